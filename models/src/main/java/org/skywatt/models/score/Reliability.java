package org.skywatt.models.score;

import org.skywatt.core.forecast.QuantileLevels;

/** How often outcomes stay below each promised level, and where in the distributions they fall. */
public final class Reliability {
  private static final int BINS = 20;

  private final long[] below = new long[QuantileLevels.PERCENTILES.size()];
  private final double[] transforms = new double[BINS];
  private long n;

  /**
   * Adds one forecast.
   *
   * @param percentiles 99 quantiles, ascending
   * @param observed in their unit, not NaN
   */
  public void add(double[] percentiles, double observed) {
    int less = 0;
    int notMore = 0;
    for (int i = 0; i < percentiles.length; i++) {
      less += percentiles[i] < observed ? 1 : 0;
      notMore += percentiles[i] <= observed ? 1 : 0;
      below[i] += observed <= percentiles[i] ? 1 : 0;
    }
    // An outcome among equal quantiles counts evenly over them (Czado, Gneiting and Held 2009).
    double from = less / 100.0;
    double to = (notMore + 1) / 100.0;
    for (int bin = 0; bin < BINS; bin++) {
      double overlap = Math.min(to, (bin + 1.0) / BINS) - Math.max(from, (double) bin / BINS);
      transforms[bin] += Math.max(0, overlap) / (to - from);
    }
    n++;
  }

  public long count() {
    return n;
  }

  /** Share of outcomes at or below each percentile; NaN before any was added. */
  public double[] shares() {
    double[] shares = new double[below.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = (double) below[i] / n;
    }
    return shares;
  }

  /**
   * Shares of the probability integral transform in 20 equal bins; 0.05 each where the forecasts
   * are true.
   */
  public double[] transforms() {
    double[] shares = new double[BINS];
    for (int i = 0; i < BINS; i++) {
      shares[i] = transforms[i] / n;
    }
    return shares;
  }
}
