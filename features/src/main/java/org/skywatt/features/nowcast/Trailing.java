package org.skywatt.features.nowcast;

import java.util.Arrays;
import org.skywatt.features.quality.Quantile;

/** Statistics of the last values up to and with each; those that are NaN are passed over. */
final class Trailing {
  private Trailing() {}

  /** Means of the last {@code width} values; NaN where none is known. */
  static double[] mean(double[] values, int width) {
    double[] means = new double[values.length];
    for (int i = 0; i < means.length; i++) {
      double sum = 0;
      int count = 0;
      for (int j = Math.max(0, i - width + 1); j <= i; j++) {
        if (!Double.isNaN(values[j])) {
          sum += values[j];
          count++;
        }
      }
      means[i] = count == 0 ? Double.NaN : sum / count;
    }
    return means;
  }

  /** Standard deviations of the last {@code width} values; NaN where fewer than two are known. */
  static double[] deviation(double[] values, int width) {
    double[] means = mean(values, width);
    double[] deviations = new double[values.length];
    for (int i = 0; i < deviations.length; i++) {
      double sum = 0;
      int count = 0;
      for (int j = Math.max(0, i - width + 1); j <= i; j++) {
        if (!Double.isNaN(values[j])) {
          sum += (values[j] - means[i]) * (values[j] - means[i]);
          count++;
        }
      }
      deviations[i] = count < 2 ? Double.NaN : Math.sqrt(sum / (count - 1));
    }
    return deviations;
  }

  /** Means of the known values since the last break; NaN where none is known since. */
  static double[] meanSince(double[] values, boolean[] breaks) {
    double[] means = new double[values.length];
    double sum = 0;
    int count = 0;
    for (int i = 0; i < means.length; i++) {
      if (breaks[i]) {
        sum = 0;
        count = 0;
      }
      if (!Double.isNaN(values[i])) {
        sum += values[i];
        count++;
      }
      means[i] = count == 0 ? Double.NaN : sum / count;
    }
    return means;
  }

  /**
   * Quantiles of the last {@code width} values; NaN where fewer than {@code least} are known.
   *
   * @param level between 0 and 1; see {@link Quantile}
   */
  static double[] quantile(double[] values, int width, double level, int least) {
    double[] quantiles = new double[values.length];
    double[] window = new double[width];
    for (int i = 0; i < quantiles.length; i++) {
      if (i > 0 && Double.isNaN(values[i]) && (i < width || Double.isNaN(values[i - width]))) {
        quantiles[i] = quantiles[i - 1];
        continue;
      }
      int count = 0;
      for (int j = Math.max(0, i - width + 1); j <= i; j++) {
        if (!Double.isNaN(values[j])) {
          window[count++] = values[j];
        }
      }
      quantiles[i] = count < least ? Double.NaN : Quantile.of(level, Arrays.copyOf(window, count));
    }
    return quantiles;
  }
}
