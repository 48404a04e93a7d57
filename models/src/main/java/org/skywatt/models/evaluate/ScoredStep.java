package org.skywatt.models.evaluate;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * One forecast step with what came true and what the baselines said. Powers are fractions of
 * capacity.
 *
 * @param tier inputs that the forecast had, such as {@code no-satellite}
 * @param weather class of the weather as it was foretold, such as {@code overcast}; empty if
 *     unknown
 * @param capacityKw stated capacity; NaN where it is not known
 * @param truth not NaN
 * @param percentiles 99 quantiles, ascending
 * @param baselines one a baseline, in one order for all steps: null where it had no forecast, one
 *     value for a point forecast, else 99 quantiles
 */
public record ScoredStep(
    String siteId,
    Instant issueTime,
    Instant validTime,
    String tier,
    String weather,
    double capacityKw,
    double truth,
    double[] percentiles,
    double[][] baselines)
    implements Serializable {
  private static final int DAY = 24 * 60;

  /**
   * Minutes from the issue to the step's end.
   *
   * @param exactDays beyond so many days rounded up to whole days
   */
  int leadMinutes(int exactDays) {
    int minutes = (int) Duration.between(issueTime, validTime).toMinutes();
    return minutes <= exactDays * DAY ? minutes : (minutes + DAY - 1) / DAY * DAY;
  }

  /** Whole days since 1970 (UTC) of the step's end. */
  long day() {
    return Math.floorDiv(validTime.getEpochSecond(), 86_400L);
  }

  /** A forecast as it is kept: one value where all quantiles are the same. */
  public static double[] compact(double[] percentiles) {
    return percentiles == null || percentiles[0] != percentiles[percentiles.length - 1]
        ? percentiles
        : new double[] {percentiles[0]};
  }
}
