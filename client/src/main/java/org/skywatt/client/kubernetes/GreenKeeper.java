package org.skywatt.client.kubernetes;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.skywatt.client.Directive;
import org.skywatt.client.GreenJob;
import org.skywatt.client.GreenPlan;
import org.skywatt.client.GreenService;
import org.skywatt.client.Heartbeat;
import org.skywatt.client.JobRequest;
import org.skywatt.client.RefusedException;
import org.skywatt.client.ServiceAwayException;

/**
 * Decides for one job after another whether it should run, by what the service says, and by the
 * deadline whatever the service says.
 */
final class GreenKeeper {
  private static final double MILLIS_PER_HOUR = 3.6e6;

  private static final Duration CALL = Duration.ofSeconds(5);

  private final GreenService service;
  private final Duration poll;
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, GreenPlan> plans = new HashMap<>();
  private final Set<String> over = new HashSet<>();
  private Instant awayUntil = Instant.MIN;

  GreenKeeper(GreenService service, Duration poll) {
    this.service = service.hurried(CALL);
    this.poll = poll;
  }

  /** The service's id of a job; empty if it has none. */
  String id(JobView job) {
    return ids.getOrDefault(job.uid(), GreenSpec.get(job.json(), "job"));
  }

  /**
   * @throws IllegalArgumentException if the job's annotations cannot be read
   */
  Verdict decide(JobView job, Instant now) throws InterruptedException {
    JobRequest request = GreenSpec.read(job.json());
    Answer answer = ask(job, request, now);
    if (answer.action() == Directive.Action.STOP) {
      return new Verdict(false, true, "it was cancelled at the service");
    }
    // The pods of a suspended job are deleted, so only work that saves itself has less left to do.
    Duration done = request.interruptible() ? job.ran().plus(running(job, now)) : Duration.ZERO;
    Instant last = request.deadline().minus(request.duration()).plus(done);
    if (!job.isSuspended() && !request.interruptible()) {
      // Why it was started stays to be read.
      String before = GreenSpec.get(job.json(), "why");
      return new Verdict(true, false, before.isEmpty() ? "it runs at one go" : before);
    }
    if (now.isAfter(last.plus(poll)) && job.isSuspended()) {
      return new Verdict(
          true,
          true,
          "started late: its last start for its deadline was " + last + "; " + answer.why());
    }
    if (!now.plus(poll).isBefore(last)) {
      return new Verdict(true, false, "runs now to keep its deadline; " + answer.why());
    }
    return new Verdict(answer.action() == Directive.Action.RUN, answer.refused(), answer.why());
  }

  /** Tells the service that a job has ended, or is gone; once. */
  void ended(JobView job, String state, Instant now) throws InterruptedException {
    String id = id(job);
    if (id.isEmpty() || !over.add(job.uid())) {
      return;
    }
    try {
      if (state.isEmpty()) {
        service.cancel(id);
      } else {
        service.heartbeat(id, heartbeat(job, state, now));
      }
      ids.remove(job.uid());
      plans.remove(job.uid());
    } catch (ServiceAwayException e) {
      over.remove(job.uid());
    } catch (IOException | IllegalArgumentException e) {
      ids.remove(job.uid());
    }
  }

  private record Answer(Directive.Action action, boolean refused, String why) {}

  private Answer ask(JobView job, JobRequest request, Instant now) throws InterruptedException {
    if (now.isBefore(awayUntil)) {
      return away(job, now);
    }
    try {
      String id = id(job);
      if (id.isEmpty()) {
        GreenJob submitted = service.submit(request);
        id = submitted.id();
        ids.put(job.uid(), id);
        submitted.plan().ifPresent(plan -> plans.put(job.uid(), plan));
      }
      String state = job.isSuspended() ? "paused" : "running";
      Directive directive = service.heartbeat(id, heartbeat(job, state, now));
      directive.plan().ifPresent(plan -> plans.put(job.uid(), plan));
      return new Answer(directive.action(), false, why(job, now));
    } catch (RefusedException e) {
      return new Answer(Directive.Action.WAIT, true, "refused: " + e.getMessage());
    } catch (IOException e) {
      // Not asked again for each job: many calls that hang would hold up all of them.
      awayUntil = now.plus(poll.dividedBy(2));
      return away(job, now);
    }
  }

  private Answer away(JobView job, Instant now) {
    GreenPlan plan = plans.get(job.uid());
    boolean run = plan != null && plan.runsAt(now);
    Directive.Action action = run ? Directive.Action.RUN : Directive.Action.WAIT;
    return new Answer(action, false, "the service is away; " + why(job, now));
  }

  private String why(JobView job, Instant now) {
    GreenPlan plan = plans.get(job.uid());
    if (plan == null) {
      return "no plan yet";
    }
    Optional<Instant> next = plan.nextStart(now);
    String when = next.filter(now::isBefore).map(each -> "; next at " + each).orElse("");
    return "plan " + plan.version() + when + ": " + plan.explanation();
  }

  /** All energy since it was resumed last: the same start counts once, as told last. */
  private static Heartbeat heartbeat(JobView job, String state, Instant now) {
    Duration time = running(job, now);
    double kwh = GreenSpec.read(job.json()).powerKw() * time.toMillis() / MILLIS_PER_HOUR;
    return new Heartbeat(state, now.minus(time), now, kwh);
  }

  private static Duration running(JobView job, Instant now) {
    Instant since = job.isSuspended() ? now : job.runningSince(now);
    return since.isBefore(now) ? Duration.between(since, now) : Duration.ZERO;
  }
}
