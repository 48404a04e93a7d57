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

  private final QuantileLevels levels;

  /**
   * @param learned levels, at least two
   */
  Tails(QuantileLevels learned) {
    int n = learned.size();
    double[] all = new double[n + 2];
    System.arraycopy(learned.toArray(), 0, all, 1, n);
    all[0] = OUTERMOST;
    all[n + 1] = 1 - OUTERMOST;
    this.levels = QuantileLevels.of(all);
  }

  /** The learned levels, and 0.001 and 0.999. */
  QuantileLevels levels() {
    return levels;
  }

  /**
   * Fractions of capacity at {@link #levels}.
   *
   * @param learned one estimate a learned level
   */
  QuantileForecast added(float[] learned) {
    int n = learned.length;
    double[] values = new double[n + 2];
    for (int i = 0; i < n; i++) {
      values[i + 1] = Math.min(Math.max(learned[i], 0), 1);
    }
    Arrays.sort(values, 1, n + 1);
    values[0] = Math.max(0, 2 * values[1] - values[2]);
    values[n + 1] = Math.min(1, 2 * values[n] - values[n - 1]);
    return QuantileForecast.rearranged(levels, values, 1);
  }
}
