package org.skywatt.features.quality;

import java.util.Arrays;

/** Quantile of a sample, linear between values (Hyndman and Fan, type 7). */
public final class Quantile {
  private Quantile() {}

  /** NaN values are passed over; NaN where none is left. */
  public static double of(double level, double[] values) {
    double[] sorted =
        Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double position = level * (sorted.length - 1);
    int below = (int) position;
    double weight = position - below;
    return weight == 0 ? sorted[below] : sorted[below] * (1 - weight) + sorted[below + 1] * weight;
  }
}
