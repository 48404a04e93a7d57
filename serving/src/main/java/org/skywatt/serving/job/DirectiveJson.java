package org.skywatt.serving.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the runner of a job should do now. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "GreenDirective")
public record DirectiveJson(
    @Schema(description = "run, wait or stop (the job is over)") String action,
    @Schema(description = "When that changes by the present plan") Instant until,
    @Schema(description = "State of the job") String state,
    PlanJson plan) {
  static DirectiveJson of(JobJson job, Instant now) {
    if (job.isOver()) {
      return new DirectiveJson("stop", null, job.state(), job.plan());
    }
    if (job.plan() == null) {
      return new DirectiveJson("wait", null, job.state(), null);
    }
    for (PlanJson.Stretch each : job.plan().segments()) {
      if (now.isBefore(each.start())) {
        return new DirectiveJson("wait", each.start(), job.state(), job.plan());
      }
      if (now.isBefore(each.end())) {
        return new DirectiveJson("run", each.end(), job.state(), job.plan());
      }
    }
    // Work that takes longer than was said runs on.
    return new DirectiveJson("run", null, job.state(), job.plan());
  }
}
