package org.skywatt.serving.job;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What green power is left for more jobs. */
@Schema(name = "GreenCapacityCurve")
public record CapacityCurveJson(String runId, double probability, List<Step> steps) {
  /** A step; null where a site has no forecast. */
  @Schema(name = "GreenCapacityStep")
  public record Step(
      Instant start,
      Instant end,
      @Schema(description = "Green power that there is with the probability", nullable = true)
          Double greenKw,
      double reservedKw,
      @Schema(nullable = true) Double freeKw) {}
}
