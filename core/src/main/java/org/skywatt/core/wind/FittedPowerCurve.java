package org.skywatt.core.wind;

import java.util.Arrays;

/**
 * A power curve from a site's own history of wind (forecast or measured) and power: the median of
 * each bin of 1 m/s, made never to fall with speed (pool adjacent violators) up to its peak.
 *
 * <p>Source: the method of bins of IEC 61400-12-1, with medians, which curtailment and outages that
 * nobody flagged move less than means. What was fitted on carries the {@code fitUntil} of its last
 * row: the caller keeps it.
 */
public final class FittedPowerCurve {
  private static final double BIN = 1;
  private static final int MIN_IN_BIN = 5;
  private static final int MIN_BINS = 4;

  private FittedPowerCurve() {}

  /**
   * @param speeds m/s at hub height (or at any one height, always the same)
   * @param powers one a speed; a pair with a NaN is left out
   * @throws IllegalArgumentException if the lengths differ or fewer than four bins hold five pairs
   */
  public static PowerCurve fit(double[] speeds, double[] powers) {
    if (speeds.length != powers.length) {
      throw new IllegalArgumentException(
          speeds.length + " speeds but " + powers.length + " powers");
    }
    int bins = 0;
    for (int i = 0; i < speeds.length; i++) {
      if (isUsable(speeds[i], powers[i])) {
        bins = Math.max(bins, (int) Math.round(speeds[i] / BIN) + 1);
      }
    }
    double[] at = new double[bins];
    double[] medians = new double[bins];
    double[] weights = new double[bins];
    int filled = 0;
    for (int bin = 0; bin < bins; bin++) {
      double[] inBin = inBin(speeds, powers, bin);
      if (inBin.length >= MIN_IN_BIN) {
        at[filled] = bin * BIN;
        medians[filled] = Math.max(0, inBin[inBin.length / 2]);
        weights[filled] = inBin.length;
        filled++;
      }
    }
    if (filled < MIN_BINS) {
      throw new IllegalArgumentException(
          "a power curve needs five pairs in each of four bins of 1 m/s, only "
              + filled
              + " bins have them");
    }
    double[] fitted = Arrays.copyOf(medians, filled);
    makeRising(fitted, weights);
    return PowerCurve.of(Arrays.copyOf(at, filled), fitted);
  }

  private static boolean isUsable(double speed, double power) {
    return speed >= 0 && speed < 100 && !Double.isNaN(power);
  }

  private static double[] inBin(double[] speeds, double[] powers, int bin) {
    double[] found = new double[speeds.length];
    int count = 0;
    for (int i = 0; i < speeds.length; i++) {
      if (isUsable(speeds[i], powers[i]) && Math.round(speeds[i] / BIN) == bin) {
        found[count++] = powers[i];
      }
    }
    double[] sorted = Arrays.copyOf(found, count);
    Arrays.sort(sorted);
    return sorted;
  }

  /** Pools neighbours that fall, up to the peak; beyond it storms may stop turbines. */
  private static void makeRising(double[] values, double[] weights) {
    int peak = 0;
    for (int i = 1; i < values.length; i++) {
      peak = values[i] >= values[peak] ? i : peak;
    }
    for (int i = 1; i <= peak; i++) {
      int from = i;
      while (from > 0 && values[from - 1] > values[from]) {
        double pooled = pooled(values, weights, from - 1, i);
        Arrays.fill(values, from - 1, i + 1, pooled);
        from--;
      }
    }
  }

  private static double pooled(double[] values, double[] weights, int from, int to) {
    double sum = 0;
    double weight = 0;
    for (int i = from; i <= to; i++) {
      sum += values[i] * weights[i];
      weight += weights[i];
    }
    return sum / weight;
  }
}
