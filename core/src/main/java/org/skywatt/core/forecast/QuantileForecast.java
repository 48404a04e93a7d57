package org.skywatt.core.forecast;

import java.util.Arrays;

/**
 * The quantiles of one value, for one site and interval. By construction they never cross and never
 * leave [0, upper bound]; the unit is the caller's (a fraction of capacity inside models, kW at the
 * API). Immutable.
 */
public final class QuantileForecast {
  private final QuantileLevels levels;
  private final double[] values;

  private QuantileForecast(QuantileLevels levels, double[] values) {
    this.levels = levels;
    this.values = values;
  }

  /**
   * Sorts and bounds raw quantile estimates: rearrangement (Chernozhukov, Fernández-Val and
   * Galichon 2010) never worsens a pinball score.
   *
   * @param raw one estimate a level, any order; not kept
   * @param upperBound greatest possible value, at least 0
   * @throws IllegalArgumentException if the lengths differ, an estimate is NaN, or the bound is
   *     negative or NaN
   */
  public static QuantileForecast rearranged(
      QuantileLevels levels, double[] raw, double upperBound) {
    if (raw.length != levels.size()) {
      throw new IllegalArgumentException(
          "expected " + levels.size() + " quantiles, got " + raw.length);
    }
    if (!(upperBound >= 0)) {
      throw new IllegalArgumentException("upper bound must not be negative: " + upperBound);
    }
    double[] values = raw.clone();
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        throw new IllegalArgumentException("quantile " + levels.get(i) + " is NaN");
      }
      values[i] = Math.min(Math.max(values[i], 0), upperBound);
    }
    Arrays.sort(values);
    return new QuantileForecast(levels, values);
  }

  public QuantileLevels levels() {
    return levels;
  }

  /** The value at the level of index {@code index}. */
  public double get(int index) {
    return values[index];
  }

  /** A copy of the values, ascending. */
  public double[] toArray() {
    return values.clone();
  }

  /**
   * The value at any level in (0, 1): linear between the levels held, and constant beyond the
   * outermost ones.
   */
  public double at(double level) {
    int upper = LevelPlaces.upper(levels, level, 0);
    int lower = LevelPlaces.lower(levels, level, upper);
    double weight = LevelPlaces.weight(levels, level, lower, upper);
    return LevelPlaces.between(values[lower], values[upper], weight);
  }

  /** The values of {@link #at(double)} at several levels; quickest if they ascend. */
  public double[] at(double[] wanted) {
    return at(LevelPlaces.of(levels, wanted));
  }

  /**
   * The values of {@link #at(double)} at levels that were looked for before.
   *
   * @throws IllegalArgumentException if they were looked for among other levels
   */
  public double[] at(LevelPlaces places) {
    return places.interpolated(levels, values);
  }

  /**
   * The expectation: the integral of the quantile function, trapezoidal between levels and constant
   * beyond the outermost ones.
   */
  public double mean() {
    int last = values.length - 1;
    double sum = values[0] * levels.get(0) + values[last] * (1 - levels.get(last));
    for (int i = 1; i <= last; i++) {
      sum += (levels.get(i) - levels.get(i - 1)) * (values[i] + values[i - 1]) / 2;
    }
    return sum;
  }
}
