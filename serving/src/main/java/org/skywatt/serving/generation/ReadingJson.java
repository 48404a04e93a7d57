package org.skywatt.serving.generation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Mean AC power over (start, end] as the API writes it. */
@Schema(name = "Reading", description = "Mean AC power over (start, end]")
public record ReadingJson(
    @Schema(required = true) Instant start,
    @Schema(required = true) Instant end,
    @Schema(required = true, description = "kW") Double powerKw) {

  /** Meters read above their plant's capacity by a few percent; beyond this the unit is wrong. */
  private static final double MOST_OF_CAPACITY = 1.1;

  /** Inverters draw some power at night. */
  private static final double LEAST_OF_CAPACITY = -0.05;

  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Duration OLDEST = Duration.ofDays(3660);

  /** What is wrong with it; null if nothing is. */
  String problem(double capacityKw, Instant now) {
    if (start == null || end == null || powerKw == null) {
      return "start, end and powerKw are needed; leave a missing reading out";
    }
    if (!end.isAfter(start) || Duration.between(start, end).compareTo(LONGEST) > 0) {
      return "end must come after start, by a day at most";
    }
    if (!start.equals(start.truncatedTo(ChronoUnit.SECONDS))
        || !end.equals(end.truncatedTo(ChronoUnit.SECONDS))) {
      return "times must be whole seconds";
    }
    if (end.isAfter(now)) {
      return "the interval ends at " + end + ", which is not past";
    }
    if (end.isBefore(now.minus(OLDEST))) {
      return "the interval ended at " + end + ", more than ten years ago";
    }
    if (!(powerKw >= LEAST_OF_CAPACITY * capacityKw && powerKw <= MOST_OF_CAPACITY * capacityKw)) {
      return powerKw
          + " kW cannot be of a plant of "
          + capacityKw
          + " kW: powerKw is mean power in kW, not W, MW or kWh";
    }
    return null;
  }
}
