package org.skywatt.core.forecast;

/**
 * Where wanted levels lie among those of a forecast: found once for many forecasts of the same
 * levels. Immutable.
 */
public final class LevelPlaces {
  private final QuantileLevels levels;
  private final int[] lower;
  private final int[] upper;
  private final double[] weights;

  private LevelPlaces(QuantileLevels levels, double[] wanted) {
    this.levels = levels;
    this.lower = new int[wanted.length];
    this.upper = new int[wanted.length];
    this.weights = new double[wanted.length];
    int from = 0;
    double before = 0;
    for (int i = 0; i < wanted.length; i++) {
      from = upper(levels, wanted[i], wanted[i] >= before ? from : 0);
      upper[i] = from;
      lower[i] = lower(levels, wanted[i], from);
      weights[i] = weight(levels, wanted[i], lower[i], from);
      before = wanted[i];
    }
  }

  /**
   * @param levels of the forecasts
   * @param wanted levels in (0, 1); quickest if they ascend
   * @throws IllegalArgumentException if a level is not in (0, 1)
   */
  public static LevelPlaces of(QuantileLevels levels, double[] wanted) {
    return new LevelPlaces(levels, wanted);
  }

  /** Index of the first level from {@code from} on that is not below {@code level}, or the last. */
  static int upper(QuantileLevels levels, double level, int from) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("quantile level must be in (0, 1): " + level);
    }
    int upper = from;
    while (upper < levels.size() - 1 && levels.get(upper) < level) {
      upper++;
    }
    return upper;
  }

  /** The index before, or the same one where {@code level} is not between two. */
  static int lower(QuantileLevels levels, double level, int upper) {
    return upper == 0 || level >= levels.get(levels.size() - 1) ? upper : upper - 1;
  }

  /** How far {@code level} is from the lower one to the upper one. */
  static double weight(QuantileLevels levels, double level, int lower, int upper) {
    return lower == upper
        ? 0
        : (level - levels.get(lower)) / (levels.get(upper) - levels.get(lower));
  }

  /** Values at the wanted levels, of those at the levels. */
  double[] interpolated(QuantileLevels own, double[] values) {
    if (!own.equals(levels)) {
      throw new IllegalArgumentException("places among " + levels + ", not among " + own);
    }
    double[] at = new double[weights.length];
    for (int i = 0; i < at.length; i++) {
      at[i] = between(values[lower[i]], values[upper[i]], weights[i]);
    }
    return at;
  }

  static double between(double low, double high, double weight) {
    return Math.min(low + weight * (high - low), high); // rounding would let quantiles cross
  }
}
