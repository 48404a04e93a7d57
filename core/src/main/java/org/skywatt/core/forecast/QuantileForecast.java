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
    return at(level, reached(level, 1));
  }

  /** The values of {@link #at(double)} at several levels; quickest if they ascend. */
  public double[] at(double[] wanted) {
    double[] at = new double[wanted.length];
    int upper = 1;
    double before = 0;
    for (int i = 0; i < at.length; i++) {
      upper = reached(wanted[i], wanted[i] >= before ? upper : 1);
      at[i] = at(wanted[i], upper);
      before = wanted[i];
    }
    return at;
  }

  /** Index of the first level from {@code from} on that is not below {@code level}, or the last. */
  private int reached(double level, int from) {
    int upper = from;
    while (upper < values.length - 1 && levels.get(upper) < level) {
      upper++;
    }
    return upper;
  }

  private double at(double level, int upper) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("quantile level must be in (0, 1): " + level);
    }
    int last = values.length - 1;
    if (level <= levels.get(0)) {
      return values[0];
    }
    if (level >= levels.get(last)) {
      return values[last];
    }
    double span = levels.get(upper) - levels.get(upper - 1);
    double weight = (level - levels.get(upper - 1)) / span;
    double value = values[upper - 1] + weight * (values[upper] - values[upper - 1]);
    return Math.min(value, values[upper]); // rounding would let quantiles cross
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
