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

/**
 * Decides for one job after another whether it should run, by what the service says, and by the
 * deadline whatever the service says.
 */
final class GreenKeeper {
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
    Duration done = request.interruptible() ? job.ran().plus(job.running(now)) : Duration.ZERO;
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

  /** Tells the service once that a job has ended, or is gone; false if it has yet to be told. */
  boolean ended(JobView job, Instant now) throws InterruptedException {
    String id = id(job);
    if (!id.isEmpty() && !over.contains(job.uid()) && !tell(job, id, now)) {
      return false;
    }
    if (job.isLeaving()) {
      over.remove(job.uid());
    } else {
      over.add(job.uid());
    }
    ids.remove(job.uid());
    plans.remove(job.uid());
    return true;
  }

  private boolean tell(JobView job, String id, Instant now) throws InterruptedException {
    if (now.isBefore(awayUntil)) {
      return false;
    }
    try {
      if (job.isLeaving()) {
        service.cancel(id);
      } else {
        service.heartbeat(id, heartbeat(job, job.end(), job.endedAt(now)));
      }
      return true;
    } catch (RefusedException | IllegalArgumentException e) {
      // It would be refused again.
      return true;
    } catch (IOException e) {
      goneAway(now);
      return false;
    }
  }

  /** Not asked again for each job: many calls that hang would hold up all of them. */
  private void goneAway(Instant now) {
    awayUntil = now.plus(poll.dividedBy(2));
  }

  private record Answer(Directive.Action action, boolean refused, String why) {}

  private Answer ask(JobView job, JobRequest request, Instant now) throws InterruptedException {
    if (now.isBefore(awayUntil)) {
      return away(job, now);
    }
    try {
      String id = id(job);
      if (id.isEmpty()) {
        GreenJob submitted = service.submit(request, job.uid());
        id = submitted.id();
        ids.put(job.uid(), id);
        submitted.plan().ifPresent(plan -> plans.put(job.uid(), plan));
      }
      String state = job.isSuspended() ? "paused" : "running";
      Directive directive = service.heartbeat(id, heartbeat(job, state, now));
      directive.plan().ifPresent(plan -> plans.put(job.uid(), plan));
      return new Answer(directive.action(), false, why(job, now));
    } catch (RefusedException e) {
      return new Answer(planned(job, now), true, "refused: " + e.getMessage());
    } catch (IOException e) {
      goneAway(now);
      return away(job, now);
    }
  }

  private Answer away(JobView job, Instant now) {
    return new Answer(planned(job, now), false, "the service is away; " + why(job, now));
  }

  /** What the last plan says; to wait if there is none. */
  private Directive.Action planned(JobView job, Instant now) {
    GreenPlan plan = plans.get(job.uid());
    return plan != null && plan.runsAt(now) ? Directive.Action.RUN : Directive.Action.WAIT;
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
    Duration time = job.running(now);
    double powerKw = GreenSpec.read(job.json()).powerKw();
    return Heartbeat.of(state, now.minus(time), now, powerKw, time);
  }
}
