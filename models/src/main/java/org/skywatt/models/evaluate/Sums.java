package org.skywatt.models.evaluate;

import java.util.Arrays;
import org.skywatt.core.forecast.QuantileForecast;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.models.score.Bands;
import org.skywatt.models.score.Pinball;

/**
 * What is summed over the steps of a slice and day, as one array, so that days are drawn again by
 * adding arrays. Losses are fractions of capacity unless named otherwise.
 */
final class Sums {
  static final int COUNT = 0;

  /** Absolute error of the median. */
  static final int ABSOLUTE = 1;

  /** Square error of the mean. */
  static final int SQUARED = 2;

  /** Mean forecast less outcome. */
  static final int ERROR = 3;

  static final int PINBALL = 4;
  static final int ABSOLUTE_KW = 5;
  static final int SQUARED_KW = 6;
  static final int ERROR_KW = 7;

  /** Outcomes within each band. */
  static final int COVERED = 8;

  /** Widths of each band. */
  static final int WIDTH = COVERED + Bands.PERCENT.size();

  private static final int BASELINES = WIDTH + Bands.PERCENT.size();
  private static final int MEDIAN = 49;

  private Sums() {}

  static int length(int baselines) {
    return BASELINES + 3 * baselines;
  }

  /** Steps for which a baseline has a forecast. */
  static int paired(int baseline) {
    return BASELINES + 3 * baseline;
  }

  /** CRPS of the forecasts over those steps. */
  static int ours(int baseline) {
    return BASELINES + 3 * baseline + 1;
  }

  /** CRPS of the baseline over those steps. */
  static int theirs(int baseline) {
    return BASELINES + 3 * baseline + 2;
  }

  /** The sums of one step. */
  static double[] of(ScoredStep step) {
    double[] percentiles = step.percentiles();
    double truth = step.truth();
    double[] sums = new double[length(step.baselines().length)];
    double error = mean(percentiles) - truth;
    double absolute = Math.abs(truth - percentiles[MEDIAN]);
    double pinball = Pinball.mean(QuantileLevels.PERCENTILES, percentiles, truth);
    sums[COUNT] = 1;
    sums[ABSOLUTE] = absolute;
    sums[SQUARED] = error * error;
    sums[ERROR] = error;
    sums[PINBALL] = pinball;
    sums[ABSOLUTE_KW] = absolute * step.capacityKw();
    sums[SQUARED_KW] = error * error * step.capacityKw() * step.capacityKw();
    sums[ERROR_KW] = error * step.capacityKw();
    for (int band = 0; band < Bands.PERCENT.size(); band++) {
      double lower = percentiles[Bands.lower(Bands.PERCENT.get(band))];
      double upper = percentiles[Bands.upper(Bands.PERCENT.get(band))];
      sums[COVERED + band] = truth >= lower && truth <= upper ? 1 : 0;
      sums[WIDTH + band] = upper - lower;
    }
    for (int i = 0; i < step.baselines().length; i++) {
      double[] baseline = step.baselines()[i];
      if (baseline != null) {
        sums[paired(i)] = 1;
        sums[ours(i)] = 2 * pinball;
        sums[theirs(i)] = crps(baseline, truth);
      }
    }
    return sums;
  }

  /** Of a point forecast its absolute error. */
  private static double crps(double[] baseline, double truth) {
    return baseline.length == 1 ? Math.abs(baseline[0] - truth) : Pinball.crps(baseline, truth);
  }

  private static double mean(double[] percentiles) {
    return QuantileForecast.rearranged(
            QuantileLevels.PERCENTILES, percentiles, Double.POSITIVE_INFINITY)
        .mean();
  }

  static void add(double[] total, double[] sums) {
    for (int i = 0; i < total.length; i++) {
      total[i] += sums[i];
    }
  }

  /** The sum of all days; null days are left out. */
  static double[] total(double[][] byDay, int length) {
    double[] total = new double[length];
    Arrays.stream(byDay).filter(day -> day != null).forEach(day -> add(total, day));
    return total;
  }
}
