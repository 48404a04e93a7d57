package org.skywatt.models.baseline;

import java.util.Arrays;
import org.skywatt.core.forecast.QuantileLevels;

/** Quantiles of a sample by linear interpolation (Hyndman and Fan 1996, type 7). */
public final class EmpiricalQuantiles {
  private EmpiricalQuantiles() {}

  /**
   * @param sample at least one value, none NaN; not changed
   * @throws IllegalArgumentException if {@code sample} is empty
   */
  public static double[] of(double[] sample, QuantileLevels levels) {
    return of(sample, levels.toArray());
  }

  /**
   * The same at any levels.
   *
   * @param levels in [0, 1]
   */
  public static double[] of(double[] sample, double[] levels) {
    if (sample.length == 0) {
      throw new IllegalArgumentException("quantiles of an empty sample");
    }
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    double[] quantiles = new double[levels.length];
    for (int i = 0; i < quantiles.length; i++) {
      double position = levels[i] * (sorted.length - 1);
      int below = (int) position;
      int above = Math.min(below + 1, sorted.length - 1);
      quantiles[i] = sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
    return quantiles;
  }
}
