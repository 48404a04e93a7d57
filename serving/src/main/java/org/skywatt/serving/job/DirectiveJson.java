package org.skywatt.serving.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.skywatt.green.job.Segment;

/** What the runner of a job should do now. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "GreenDirective")
public record DirectiveJson(
    @Schema(description = "run, wait or stop (the job is over)") String action,
    @Schema(description = "When that changes by the present plan") Instant until,
    @Schema(description = "Power to run at, kW; absent if it is not to run") Double powerKw,
    @Schema(description = "Job that must be done first; absent if none") UUID waitsFor,
    @Schema(description = "State of the job") String state,
    PlanJson plan) {
  static DirectiveJson of(JobReplanning.Standing standing, Instant now) {
    JobJson job = standing.job();
    if (job.isOver()) {
      return new DirectiveJson("stop", null, null, null, job.state(), job.plan());
    }
    if (job.plan() == null || standing.waitsFor() != null) {
      return new DirectiveJson("wait", null, null, standing.waitsFor(), job.state(), job.plan());
    }
    double last = 0;
    for (Segment each : job.segments()) {
      last = each.powerKw();
      if (now.isBefore(each.start())) {
        return new DirectiveJson("wait", each.start(), null, null, job.state(), job.plan());
      }
      if (now.isBefore(each.end())) {
        return new DirectiveJson("run", each.end(), last, null, job.state(), job.plan());
      }
    }
    // Work that takes longer than was said runs on.
    return new DirectiveJson("run", null, last, null, job.state(), job.plan());
  }
}
