package org.skywatt.models.train;

import org.skywatt.core.forecast.QuantileForecast;

/** The probability integral transform. */
final class Transform {
  private Transform() {}

  /**
   * The level at which {@code forecast} meets {@code observed}, in [0, 1]; the middle of the levels
   * where several are met at once, as where much of the distribution lies at zero.
   */
  static double level(QuantileForecast forecast, double observed) {
    return (below(forecast, observed) + above(forecast, observed)) / 2;
  }

  /** Greatest level whose quantile is less than {@code observed}, interpolated. */
  private static double below(QuantileForecast forecast, double observed) {
    int n = forecast.levels().size();
    int i = 0;
    while (i < n && forecast.get(i) < observed) {
      i++;
    }
    return crossing(forecast, observed, i);
  }

  /** Least level whose quantile is greater than {@code observed}, interpolated. */
  private static double above(QuantileForecast forecast, double observed) {
    int n = forecast.levels().size();
    int i = 0;
    while (i < n && forecast.get(i) <= observed) {
      i++;
    }
    return crossing(forecast, observed, i);
  }

  private static double crossing(QuantileForecast forecast, double observed, int i) {
    if (i == 0) {
      return 0;
    }
    if (i == forecast.levels().size()) {
      return 1;
    }
    double left = forecast.levels().get(i - 1);
    double right = forecast.levels().get(i);
    double span = forecast.get(i) - forecast.get(i - 1);
    double weight = span > 0 ? (observed - forecast.get(i - 1)) / span : 0;
    return left + Math.min(Math.max(weight, 0), 1) * (right - left);
  }
}
