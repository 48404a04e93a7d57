package org.skywatt.models.adjust;

import java.time.Duration;

/**
 * A factor for a site's forecast, a range of leads each. All quantiles of a step move together, so
 * they stay in order; what is zero stays zero.
 *
 * @param factors by range of leads, {@link #LEAST} to {@link #MOST}; 1 where there is no evidence
 * @param days days that the range with most evidence was metered on
 */
public record Adjustment(double[] factors, int days) {
  /** No forecast is moved by more than this, fraction of capacity. */
  public static final double MOST_MOVED = 0.1;

  /** The smallest factor. */
  public static final double LEAST = 0.6;

  /** The greatest factor. */
  public static final double MOST = 1.4;

  /** Leads to so many hours stand together: there the newest readings tell what the plant does. */
  static final int SHORT_HOURS = 6;

  static final int RANGES = 2;

  /** Moves nothing. */
  public static final Adjustment NONE = new Adjustment(new double[] {1, 1}, 0);

  /** The range that {@code lead} is in. */
  static int range(Duration lead) {
    return lead.compareTo(Duration.ofHours(SHORT_HOURS)) <= 0 ? 0 : 1;
  }

  /** Whether it moves nothing. */
  public boolean isNone() {
    return factors[0] == 1 && factors[1] == 1;
  }

  /**
   * The quantiles of a step, moved; in place.
   *
   * @param quantiles fractions of capacity, 0 to 1
   * @param lead from the issue to the step's end
   */
  public void apply(double[] quantiles, Duration lead) {
    double factor = factors[range(lead)];
    if (factor == 1) {
      return;
    }
    for (int i = 0; i < quantiles.length; i++) {
      double most = Math.min(1, quantiles[i] + MOST_MOVED);
      double least = Math.max(0, quantiles[i] - MOST_MOVED);
      quantiles[i] = Math.min(most, Math.max(least, quantiles[i] * factor));
    }
  }
}
