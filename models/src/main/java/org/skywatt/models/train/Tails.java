package org.skywatt.models.train;

import java.util.Arrays;
import org.skywatt.core.forecast.QuantileForecast;
import org.skywatt.core.forecast.QuantileLevels;

/**
 * Extends learned levels to nearly 0 and 1, by as much as the outermost two learned quantiles are
 * apart: narrow where the model is sure, and never beyond what is possible.
 */
final class Tails {
  private static final double OUTERMOST = 0.001;

  private Tails() {}

  /**
   * Fractions of capacity at the learned levels and at 0.001 and 0.999.
   *
   * @param learned at least two estimates, one a level
   */
  static QuantileForecast added(QuantileLevels levels, float[] learned) {
    int n = learned.length;
    double[] sorted = new double[n];
    for (int i = 0; i < n; i++) {
      sorted[i] = Math.min(Math.max(learned[i], 0), 1);
    }
    Arrays.sort(sorted);
    double[] values = new double[n + 2];
    double[] all = new double[n + 2];
    System.arraycopy(sorted, 0, values, 1, n);
    System.arraycopy(levels.toArray(), 0, all, 1, n);
    all[0] = OUTERMOST;
    all[n + 1] = 1 - OUTERMOST;
    values[0] = Math.max(0, 2 * sorted[0] - sorted[1]);
    values[n + 1] = Math.min(1, 2 * sorted[n - 1] - sorted[n - 2]);
    return QuantileForecast.rearranged(QuantileLevels.of(all), values, 1);
  }
}
