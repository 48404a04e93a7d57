package org.skywatt.core.run;

import org.skywatt.core.forecast.QuantileLevels;

/**
 * One site's forecast in one run: for each step a mean and ascending quantiles of AC power as
 * fractions of capacity, within [0, available / capacity], or missing as a whole (NaN). Values are
 * held as the run file holds them, in steps of 1/27000 of capacity. Immutable.
 */
public final class SiteForecast {
  /** Forgives rounding of a bound that was computed another way; 1e-9 of capacity. */
  private static final double TOLERANCE = 1e-9;

  private final RunSite site;
  private final QuantileLevels levels;
  // Step by step: the mean, then the quantiles.
  private final short[] block;

  SiteForecast(RunSite site, QuantileLevels levels, short[] block) {
    this.site = site;
    this.levels = levels;
    this.block = block;
  }

  /**
   * Encodes a forecast.
   *
   * @param mean one a step, fractions of capacity; NaN where the step is missing
   * @param quantiles {@code [step][level]}, fractions of capacity; a missing step is NaN throughout
   * @throws IllegalArgumentException naming site, step and level if the shapes differ, a value is
   *     outside [0, available / capacity], quantiles cross, or a step is missing in part
   */
  public static SiteForecast of(
      RunSite site, QuantileLevels levels, double[] mean, double[][] quantiles) {
    if (mean.length == 0 || mean.length != quantiles.length) {
      throw new IllegalArgumentException(
          "site "
              + site.siteId()
              + " has "
              + mean.length
              + " means and "
              + quantiles.length
              + " steps of quantiles");
    }
    int channels = levels.size() + 1;
    short[] block = new short[Math.multiplyExact(mean.length, channels)];
    for (int step = 0; step < mean.length; step++) {
      if (quantiles[step].length != levels.size()) {
        throw refusal(
            site, step, "has " + quantiles[step].length + " quantiles, not " + levels.size());
      }
      encodeStep(site, levels, step, mean[step], quantiles[step], block, step * channels);
    }
    return new SiteForecast(site, levels, block);
  }

  private static void encodeStep(
      RunSite site,
      QuantileLevels levels,
      int step,
      double mean,
      double[] quantiles,
      short[] block,
      int at) {
    boolean missing = Double.isNaN(mean);
    block[at] = encode(site, step, "mean", mean);
    double previous = 0;
    for (int i = 0; i < quantiles.length; i++) {
      double value = quantiles[i];
      if (Double.isNaN(value) != missing) {
        throw refusal(
            site,
            step,
            "is missing in part: mean " + mean + ", quantile " + levels.get(i) + " " + value);
      }
      if (value < previous) {
        throw refusal(
            site,
            step,
            "has crossing quantiles: " + levels.get(i) + " is " + value + ", below " + previous);
      }
      block[at + 1 + i] = encode(site, step, "quantile " + levels.get(i), value);
      previous = value;
    }
  }

  private static short encode(RunSite site, int step, String what, double fraction) {
    if (Double.isNaN(fraction)) {
      return RunHeader.MISSING;
    }
    double bound = site.availableFraction();
    if (!(fraction >= 0 && fraction <= bound + TOLERANCE)) {
      throw refusal(
          site,
          step,
          what + " " + fraction + " is outside 0 to " + bound + " (available / capacity)");
    }
    // Rounding must not lift a value above what is available.
    double ceiling = Math.floor((bound + TOLERANCE) * RunHeader.SCALE);
    return (short) Math.min(Math.rint(fraction * RunHeader.SCALE), ceiling);
  }

  private static IllegalArgumentException refusal(RunSite site, int step, String problem) {
    return new IllegalArgumentException(
        "site " + site.siteId() + ", step " + step + ": " + problem);
  }

  public RunSite site() {
    return site;
  }

  public QuantileLevels levels() {
    return levels;
  }

  public int steps() {
    return block.length / channels();
  }

  public boolean isMissing(int step) {
    return block[step * channels()] == RunHeader.MISSING;
  }

  /** Expected power of a step, fraction of capacity; NaN if missing. */
  public double mean(int step) {
    return RunHeader.fraction(block[step * channels()]);
  }

  /** The quantile of a step at the level of index {@code level}, fraction of capacity, or NaN. */
  public double quantile(int step, int level) {
    if (level < 0 || level >= levels.size()) {
      throw new IndexOutOfBoundsException("level " + level + " of " + levels.size());
    }
    return RunHeader.fraction(block[step * channels() + 1 + level]);
  }

  /** All quantiles of a step, ascending, fractions of capacity; NaN throughout if missing. */
  public double[] quantiles(int step) {
    double[] quantiles = new double[levels.size()];
    for (int i = 0; i < quantiles.length; i++) {
      quantiles[i] = quantile(step, i);
    }
    return quantiles;
  }

  private int channels() {
    return levels.size() + 1;
  }

  /** The values as written; not a copy, never to be changed. */
  short[] block() {
    return block;
  }
}
