package org.skywatt.serving.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.skywatt.green.job.JobPlan;
import org.skywatt.green.job.Segment;

/** A plan as the API writes it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "GreenPlan")
public record PlanJson(
    int version,
    Instant madeAt,
    @Schema(description = "The forecast run that it was made with") String runId,
    List<Stretch> segments,
    @Schema(description = "Share of the energy that is green at least, with the job's probability")
        double promisedGreen,
    double expectedGreen,
    @Schema(description = "Expected share if it had started at once") double greenIfNow,
    @Schema(description = "Expected CO2 of a kWh by the grid's intensity alone; absent if unknown")
        Double locationGramsPerKwh,
    @Schema(description = "Expected CO2 of a kWh, green power counted as none; absent if unknown")
        Double marketGramsPerKwh,
    String explanation) {
  /** A stretch of time in which the job runs. */
  @Schema(name = "GreenPlanSegment")
  public record Stretch(Instant start, Instant end) {
    Segment toSegment() {
      return new Segment(start, end);
    }
  }

  static PlanJson of(int version, Instant madeAt, String runId, JobPlan plan) {
    return new PlanJson(
        version,
        madeAt,
        runId,
        plan.segments().stream().map(each -> new Stretch(each.start(), each.end())).toList(),
        rounded(plan.promisedShare()),
        rounded(plan.expectedShare()),
        rounded(plan.nowShare()),
        known(plan.carbon().location()),
        known(plan.carbon().market()),
        plan.explanation());
  }

  private static Double known(double grams) {
    return Double.isNaN(grams) ? null : (Double) (Math.rint(100 * grams) / 100);
  }

  /** Downwards: a promise must not be rounded up. */
  private static double rounded(double share) {
    return Math.floor(share * 10_000) / 10_000;
  }

  List<Segment> toSegments() {
    return segments.stream().map(Stretch::toSegment).toList();
  }
}
