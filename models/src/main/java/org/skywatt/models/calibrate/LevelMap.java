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

  /**
   * By how much the logarithm of a level's odds grows, times the outcomes: as much, at 10% and 90%,
   * as Student's t is wider than the normal distribution when mean and variance come from a sample.
   */
  private static final double STRETCH = 1.3;

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

  /** {@link #fit(double[], double, LevelMap)} of outcomes that were met one by one. */
  public static LevelMap fit(double[] met) {
    return fit(met, met.length, identity());
  }

  /**
   * Fits a map to the levels at which outcomes were met. The fewer there are, the farther out a
   * promised level is looked for among them, so that it holds its share of what comes next and not
   * only of what was.
   *
   * @param met probability integral transforms of outcomes not used in fitting, in [0, 1]
   * @param independent how many independent outcomes they are worth, at least 1
   * @param prior what is believed before there are outcomes
   */
  public static LevelMap fit(double[] met, double independent, LevelMap prior) {
    if (met.length == 0) {
      return prior;
    }
    double[] places = QuantileLevels.PERCENTILES.toArray();
    double stretch = 1 + STRETCH / independent;
    for (int i = 0; i < places.length; i++) {
      places[i] = 1 / (1 + Math.pow(1 / places[i] - 1, stretch));
    }
    double[] empirical = EmpiricalQuantiles.of(met, places);
    double trust = met.length / (met.length + PRIOR_ROWS);
    double[] levels = new double[places.length];
    for (int i = 0; i < levels.length; i++) {
      double level = prior.levels[i] + trust * (empirical[i] - prior.levels[i]);
      levels[i] = Math.min(Math.max(level, OUTERMOST), 1 - OUTERMOST);
    }
    return new LevelMap(levels);
  }

  /** At each promised level the one of both maps that is farther out; the median stays. */
  LevelMap atLeast(LevelMap other) {
    double[] wider = levels.clone();
    int median = wider.length / 2;
    for (int i = 0; i < median; i++) {
      wider[i] = Math.min(wider[i], other.levels[i]);
      int above = median + 1 + i;
      wider[above] = Math.max(wider[above], other.levels[above]);
    }
    return new LevelMap(wider);
  }

  /** The 99 calibrated quantiles of {@code raw}, ascending. */
  public double[] apply(QuantileForecast raw) {
    return raw.at(levels);
  }
}
