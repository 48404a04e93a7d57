package org.skywatt.serving.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.skywatt.serving.problem.ProblemException;

/** What the jobs of an organisation may take at once. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "GreenJobLimits")
public record JobLimitsJson(
    @Schema(description = "Power of all jobs together, kW; no limit if absent", examples = "500")
        Double powerKw,
    @Schema(description = "Jobs that run at once; no limit if absent", examples = "30")
        Integer jobsAtOnce) {
  void require() {
    boolean power = powerKw == null || (powerKw >= 0 && powerKw < 1e12);
    if (!power || (jobsAtOnce != null && jobsAtOnce < 0)) {
      throw ProblemException.badRequest(
          "invalid-limit", "powerKw and jobsAtOnce must be 0 or more, or left out for no limit");
    }
  }
}
