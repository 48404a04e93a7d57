package org.skywatt.models.score;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * Whether one forecast is better than another (Diebold and Mariano 1995): the mean difference of
 * their losses over its standard error. Neighbouring losses hang together, so the variance counts
 * autocovariances with Bartlett's weights (Newey and West 1987), and the statistic is corrected for
 * small samples and compared with Student's t (Harvey, Leybourne and Newbold 1997).
 *
 * @param statistic negative where the first forecast is better; NaN where the losses do not differ
 * @param pValue two-sided, in [0, 1]; NaN with the statistic
 */
public record DieboldMariano(double statistic, double pValue) {
  /**
   * Tests losses in order of time.
   *
   * @param first losses of one forecast
   * @param second losses of the other, at the same times
   * @param horizon steps that forecasts look ahead, at least 1 and less than the number of losses
   * @throws IllegalArgumentException if lengths differ, or the horizon is out of range
   */
  public static DieboldMariano test(double[] first, double[] second, int horizon) {
    int n = first.length;
    if (n != second.length || horizon < 1 || horizon >= n) {
      throw new IllegalArgumentException(
          n + " and " + second.length + " losses, " + horizon + " steps ahead");
    }
    double[] centred = new double[n];
    double mean = 0;
    for (int i = 0; i < n; i++) {
      centred[i] = first[i] - second[i];
      mean += centred[i] / n;
    }
    for (int i = 0; i < n; i++) {
      centred[i] -= mean;
    }
    double variance = autocovariance(centred, 0);
    for (int lag = 1; lag < horizon; lag++) {
      variance += 2 * (1 - (double) lag / horizon) * autocovariance(centred, lag);
    }
    double h = horizon;
    double small = Math.sqrt((n + 1 - 2 * h + h * (h - 1) / n) / n);
    double statistic = variance > 0 ? small * mean / Math.sqrt(variance / n) : Double.NaN;
    double pValue =
        Double.isNaN(statistic)
            ? Double.NaN
            : 2 * new TDistribution(null, n - 1).cumulativeProbability(-Math.abs(statistic));
    return new DieboldMariano(statistic, pValue);
  }

  private static double autocovariance(double[] centred, int lag) {
    double sum = 0;
    for (int i = lag; i < centred.length; i++) {
      sum += centred[i] * centred[i - lag];
    }
    return sum / centred.length;
  }
}
