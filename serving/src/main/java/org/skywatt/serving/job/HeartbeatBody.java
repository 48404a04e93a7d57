package org.skywatt.serving.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.skywatt.green.job.JobSpec;
import org.skywatt.green.job.Settlement;
import org.skywatt.serving.forecast.TimeRange;
import org.skywatt.serving.problem.ProblemException;

/** What the runner of a job tells. */
@Schema(name = "GreenHeartbeat")
public record HeartbeatBody(
    @Schema(required = true, description = "running, paused, done or failed") String state,
    @Schema(description = "Start of the time in which energy was used") String start,
    String end,
    @Schema(description = "Energy that the job used between start and end, kWh") Double kwh) {
  private static final Set<String> STATES = Set.of("running", "paused", "done", "failed");

  void require() {
    if (state == null || !STATES.contains(state)) {
      throw ProblemException.badRequest(
          "invalid-state", "state must be running, paused, done or failed");
    }
  }

  /** What was used, or null if nothing is told. */
  Settlement.Metered used() {
    if (kwh == null && start == null && end == null) {
      return null;
    }
    if (kwh == null || start == null || end == null || !(kwh >= 0 && kwh < 1e12)) {
      throw ProblemException.badRequest(
          "invalid-meter", "kwh must be 0 or more and come with start and end");
    }
    Instant from = TimeRange.time("start", start);
    Instant to = TimeRange.time("end", end);
    if (Duration.between(from, to).compareTo(JobSpec.LONGEST_HORIZON) > 0) {
      throw ProblemException.badRequest(
          "invalid-meter", "start and end are more than 31 days apart; tell it in parts");
    }
    if (!from.isBefore(to)) {
      throw ProblemException.badRequest(
          "invalid-meter", "start " + start + " must come before end " + end);
    }
    return new Settlement.Metered(from, to, kwh);
  }
}
