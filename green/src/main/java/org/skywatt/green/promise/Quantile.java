package org.skywatt.green.promise;

/** Quantiles of equally likely values. */
final class Quantile {
  private Quantile() {}

  /**
   * The quantile of one more draw: value {@code i} of {@code n} stands at {@code (i + 1) / (n +
   * 1)}, linear between (Weibull 1939). Beyond the ends it is the least or the greatest value.
   *
   * @param sorted ascending, at least one
   */
  static double of(double[] sorted, double level) {
    double place = level * (sorted.length + 1) - 1;
    if (place <= 0) {
      return sorted[0];
    }
    if (place >= sorted.length - 1) {
      return sorted[sorted.length - 1];
    }
    int below = (int) place;
    return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
  }
}
