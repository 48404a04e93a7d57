package org.skywatt.client.run;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.skywatt.client.Directive;
import org.skywatt.client.GreenJob;
import org.skywatt.client.GreenPlan;
import org.skywatt.client.GreenService;
import org.skywatt.client.JobRequest;
import org.skywatt.client.RefusedException;
import org.skywatt.client.ServiceAwayException;

/**
 * Runs work when the service says so. While the service is away the last plan is followed, or the
 * fallback where there is none; whatever the service says, the work runs once waiting longer would
 * break its deadline. Work that may not be interrupted is not suspended once it runs.
 */
public final class GreenRun {
  private static final Duration LONGEST_CALL = Duration.ofSeconds(10);
  private static final Duration SHORTEST_CALL = Duration.ofSeconds(1);

  private final GreenService service;
  private final JobRequest request;
  private final Work work;
  private final RunSettings settings;
  private final String key = UUID.randomUUID().toString();
  private Usage usage;
  private Duration left;
  private String id;
  private Optional<GreenPlan> plan = Optional.empty();
  private boolean away;
  private Instant mark;
  private boolean ran;
  private boolean started;
  private boolean asked;

  public GreenRun(GreenService service, JobRequest request, Work work, RunSettings settings) {
    this.service = service;
    this.request = request;
    this.work = work;
    this.settings = settings;
    this.left = request.duration();
    this.mark = Instant.now();
  }

  /**
   * Submits the job and runs the work to its end.
   *
   * @return the id of the job, for its settlement; empty if the service never heard of it
   * @throws RefusedException if the service refuses the job, with its offer
   * @throws CancelledException if the job was cancelled; the work was stopped
   * @throws SkippedException if the service is away and the fallback is to skip
   */
  public Optional<String> run() throws IOException, InterruptedException {
    while (!work.hasEnded()) {
      if (id == null) {
        submit();
      }
      boolean run = decide();
      if (run && !(started && asked)) {
        say("run");
        work.run();
        started = true;
      } else if (!run && asked) {
        work.pause();
        say("paused");
      }
      asked = run;
      account();
      work.await(settings.poll());
      account();
    }
    tell(work.hasSucceeded() ? "done" : "failed");
    return Optional.ofNullable(id);
  }

  /** Adds the time since the last call, if the work ran in it. */
  private void account() {
    Instant now = Instant.now();
    if (ran) {
      Duration time = Duration.between(mark, now);
      left = left.minus(time);
      if (usage != null) {
        usage.ran(time);
      }
    }
    mark = now;
    ran = work.isRunning();
  }

  private void submit() throws IOException, InterruptedException {
    try {
      GreenJob job = hurried().submit(request, key);
      id = job.id();
      plan = job.plan();
      String why = plan.map(GreenPlan::explanation).orElse("queued for a later forecast");
      say("job " + id + ": " + why);
      usage = new Usage(request.powerKw(), Instant.now());
      away = false;
    } catch (ServiceAwayException e) {
      goneAway(e);
    } catch (IOException e) {
      // Work that already runs, since the service was away, is not given up for a refusal.
      if (!started) {
        throw e;
      }
      goneAway(e);
    }
  }

  private void goneAway(IOException e) throws SkippedException {
    if (!away) {
      boolean none = plan.isEmpty();
      String then = none ? "fallback " + settings.fallback() : "the last plan holds";
      say(e.getMessage() + "; " + then);
    }
    away = true;
    if (id == null && settings.fallback() == Fallback.SKIP && !started) {
      throw new SkippedException(e.getMessage() + ": skipped");
    }
  }

  private boolean decide() throws IOException, InterruptedException {
    Optional<Directive> directive =
        id == null ? Optional.empty() : tell(work.isRunning() ? "running" : "paused");
    if (directive.isPresent() && directive.get().action() == Directive.Action.STOP) {
      work.stop();
      throw new CancelledException("the job was cancelled");
    }
    Instant now = Instant.now();
    if (!now.plus(left).plus(settings.poll()).isBefore(request.deadline())) {
      return true;
    }
    if (started && !request.interruptible()) {
      return true;
    }
    if (directive.isPresent()) {
      runAt(directive.get().powerKw());
      return directive.get().action() == Directive.Action.RUN;
    }
    return plan.map(each -> each.runsAt(now)).orElse(settings.fallback() == Fallback.RUN);
  }

  private void runAt(double powerKw) {
    if (powerKw > 0) {
      usage.runAt(powerKw);
      work.drawing(powerKw);
    }
  }

  /** Tells the service what the job does and used since; what it should do, if it answers. */
  private Optional<Directive> tell(String state) throws IOException, InterruptedException {
    if (id == null) {
      return Optional.empty();
    }
    account();
    Instant now = mark;
    try {
      Directive directive = hurried().heartbeat(id, usage.heartbeat(state, now));
      usage.told(now);
      plan = directive.plan().or(() -> plan);
      away = false;
      return Optional.of(directive);
    } catch (IOException e) {
      // A refusal too: a key that ran out must not end the work, nor hide how it ended.
      goneAway(e);
      return Optional.empty();
    }
  }

  /** A service that hangs must not use up the time that the deadline leaves. */
  private GreenService hurried() {
    Duration spare =
        Duration.between(Instant.now().plus(left).plus(settings.poll()), request.deadline());
    Duration most = work.isRunning() || spare.compareTo(LONGEST_CALL) > 0 ? LONGEST_CALL : spare;
    return service.hurried(most.compareTo(SHORTEST_CALL) < 0 ? SHORTEST_CALL : most);
  }

  private void say(String line) {
    settings.log().accept(line);
  }
}
