package org.skywatt.models.score;

import org.skywatt.core.forecast.QuantileLevels;

/** The pinball (quantile) loss (Koenker and Bassett 1978). */
public final class Pinball {
  private Pinball() {}

  /**
   * Mean loss over {@code levels}, in the unit of the values.
   *
   * @param quantiles one forecast a level
   * @param observed what came true; not NaN
   */
  public static double mean(QuantileLevels levels, double[] quantiles, double observed) {
    double sum = 0;
    for (int i = 0; i < quantiles.length; i++) {
      double error = observed - quantiles[i];
      sum += error >= 0 ? levels.get(i) * error : (levels.get(i) - 1) * error;
    }
    return sum / quantiles.length;
  }

  /** CRPS as twice the mean pinball loss over 0.01 … 0.99, in the unit of the values. */
  public static double crps(double[] percentiles, double observed) {
    return 2 * mean(QuantileLevels.PERCENTILES, percentiles, observed);
  }
}
