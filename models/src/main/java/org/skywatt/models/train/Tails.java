package org.skywatt.models.train;

import java.util.Arrays;
import org.skywatt.core.forecast.QuantileForecast;
import org.skywatt.core.forecast.QuantileLevels;

/** Extends learned levels to nearly 0 and 1: linear to the bounds of what is possible. */
final class Tails {
  private static final double OUTERMOST = 0.001;

  private Tails() {}

  /** Fractions of capacity at the learned levels and at 0.001 and 0.999. */
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
    values[0] = sorted[0] * OUTERMOST / levels.get(0);
    double beyond = (all[n + 1] - levels.get(n - 1)) / (1 - levels.get(n - 1));
    values[n + 1] = sorted[n - 1] + beyond * (1 - sorted[n - 1]);
    return QuantileForecast.rearranged(QuantileLevels.of(all), values, 1);
  }
}
