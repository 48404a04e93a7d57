package org.skywatt.models.calibrate;

import java.io.Serializable;
import org.skywatt.core.forecast.QuantileForecast;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.models.baseline.EmpiricalQuantiles;

/**
 * Which of a model's own levels holds the share of outcomes that a level promises: recalibration by
 * the distribution of the probability integral transform (Kuleshov, Fenner and Ermon 2018).
 *
 * @param levels the model's level to ask for, at promised levels 0.01 … 0.99; ascending, in (0, 1)
 */
public record LevelMap(double[] levels) implements Serializable {
  /**
   * Rows after which the data are trusted as much as the model: some days of hours, since the hours
   * of a day miss together.
   */
  private static final double PRIOR_ROWS = 300;

  private static final double OUTERMOST = 0.002;

  public LevelMap {
    if (levels.length != QuantileLevels.PERCENTILES.size()) {
      throw new IllegalArgumentException("a level map has 99 levels, not " + levels.length);
    }
  }

  /** Every level stays what it is. */
  public static LevelMap identity() {
    return new LevelMap(QuantileLevels.PERCENTILES.toArray());
  }

  /**
   * Fits a map to the levels at which outcomes were met.
   *
   * @param met probability integral transforms of outcomes not used in fitting, in [0, 1]
   */
  public static LevelMap fit(double[] met) {
    double[] identity = QuantileLevels.PERCENTILES.toArray();
    if (met.length == 0) {
      return new LevelMap(identity);
    }
    double[] empirical = EmpiricalQuantiles.of(met, QuantileLevels.PERCENTILES);
    double trust = met.length / (met.length + PRIOR_ROWS);
    double[] levels = new double[identity.length];
    for (int i = 0; i < levels.length; i++) {
      double level = identity[i] + trust * (empirical[i] - identity[i]);
      levels[i] = Math.min(Math.max(level, OUTERMOST), 1 - OUTERMOST);
    }
    return new LevelMap(levels);
  }

  /** The 99 calibrated quantiles of {@code raw}, ascending. */
  public double[] apply(QuantileForecast raw) {
    return raw.at(levels);
  }
}
