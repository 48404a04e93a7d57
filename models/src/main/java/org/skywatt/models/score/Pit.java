package org.skywatt.models.score;

/**
 * Probability integral transform: where among its forecast quantiles an outcome falls. Calibrated
 * forecasts make it uniform (Dawid 1984).
 */
public final class Pit {
  /** Ranges between, below and above the 99 percentiles. */
  public static final int RANGES = 100;

  private Pit() {}

  /**
   * Adds one outcome to {@code counts} of the ranges, a count of 1 in all. An outcome that equals
   * several quantiles (no power at night, full power) is spread evenly over the ranges that they
   * bound: the expectation of the randomised transform (Czado, Gneiting and Held 2009).
   *
   * @param percentiles ascending
   * @param observed not NaN
   * @param counts {@link #RANGES} of them
   */
  public static void add(double[] percentiles, double observed, double[] counts) {
    int below = 0;
    while (below < percentiles.length && percentiles[below] < observed) {
      below++;
    }
    int notAbove = below;
    while (notAbove < percentiles.length && percentiles[notAbove] <= observed) {
      notAbove++;
    }
    double share = 1.0 / (notAbove - below + 1);
    for (int range = below; range <= notAbove; range++) {
      counts[range] += share;
    }
  }
}
