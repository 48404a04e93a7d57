package org.skywatt.core.forecast;

import java.util.Arrays;

/** Strictly increasing probabilities in (0, 1). Immutable. */
public final class QuantileLevels {
  /** 0.01, 0.02 … 0.99: the levels of GEFCom2014 and of every score. */
  public static final QuantileLevels PERCENTILES = percentiles();

  private final double[] levels;

  private QuantileLevels(double[] levels) {
    this.levels = levels;
  }

  /**
   * @throws IllegalArgumentException if there is no level, one is not in (0, 1), or they do not
   *     strictly increase
   */
  public static QuantileLevels of(double... levels) {
    if (levels.length == 0) {
      throw new IllegalArgumentException("at least one quantile level is needed");
    }
    double previous = 0;
    for (double level : levels) {
      if (!(level > previous && level < 1)) {
        throw new IllegalArgumentException(
            "quantile levels must strictly increase within (0, 1): " + Arrays.toString(levels));
      }
      previous = level;
    }
    return new QuantileLevels(levels.clone());
  }

  private static QuantileLevels percentiles() {
    double[] levels = new double[99];
    for (int i = 0; i < 99; i++) {
      levels[i] = (i + 1) / 100.0;
    }
    return new QuantileLevels(levels);
  }

  public int size() {
    return levels.length;
  }

  public double get(int index) {
    return levels[index];
  }

  /** A copy of the levels, ascending. */
  public double[] toArray() {
    return levels.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof QuantileLevels that && Arrays.equals(levels, that.levels);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(levels);
  }

  @Override
  public String toString() {
    return Arrays.toString(levels);
  }
}
