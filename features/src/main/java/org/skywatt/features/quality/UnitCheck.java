package org.skywatt.features.quality;

import java.util.Arrays;
import java.util.Optional;

/** Days whose power is a thousand times too large (W) or too small (MW) to be kW. */
final class UnitCheck {
  private static final double FAR = 60;
  private static final double THOUSAND = 1000;
  private static final long SECONDS_A_DAY = 86_400;
  private static final int MIN_DAYS = 3;

  private UnitCheck() {}

  /**
   * What each row is to be multiplied by to give kW: 1, 0.001 (W) or 1000 (MW). Days are told by
   * their greatest power against the capacity, or against the median day where that is unknown; it
   * takes three in a row.
   */
  static double[] factors(PowerSeries series, double capacityKw) {
    double[] factors = new double[series.size()];
    Arrays.fill(factors, 1);
    int[] dayOf = new int[series.size()];
    double[] most = dailyMaxima(series, dayOf);
    double usual = Double.isNaN(capacityKw) ? Quantile.of(0.5, most) : capacityKw;
    if (!(usual > 0)) {
      return factors;
    }
    double[] factorOfDay = new double[most.length];
    for (int day = 0; day < most.length; day++) {
      double ratio = most[day] / usual;
      factorOfDay[day] = ratio > FAR ? 1 / THOUSAND : ratio > 0 && ratio < 1 / FAR ? THOUSAND : 1;
      if (Double.isNaN(ratio) || ratio == 0) {
        factorOfDay[day] = day == 0 ? 1 : factorOfDay[day - 1];
      }
      // A dull day in kW must not be taken for MW: in MW it would have to fit the plant.
      if (factorOfDay[day] == THOUSAND && ratio * THOUSAND < 1 / FAR) {
        factorOfDay[day] = 1;
      }
    }
    dropShortRuns(factorOfDay);
    for (int i = 0; i < factors.length; i++) {
      factors[i] = factorOfDay[dayOf[i]];
    }
    return factors;
  }

  static Optional<Finding> find(Marks marks, double[] factors) {
    double factor = 1;
    for (int i = 0; i < factors.length; i++) {
      if (factors[i] != 1) {
        marks.add(Finding.Kind.UNIT, i);
        factor = factors[i];
      }
    }
    String unit = factor < 1 ? "W: a thousand times too large" : "MW: a thousand times too small";
    return marks
        .finding(Finding.Kind.UNIT, "power reads like " + unit + " for the plant in kW")
        .map(found -> withSize(found, factors));
  }

  private static Finding withSize(Finding found, double[] factors) {
    double size = Arrays.stream(factors).filter(factor -> factor != 1).findFirst().orElse(1);
    return new Finding(found.kind(), found.reason(), found.spans(), size, Double.NaN);
  }

  private static double[] dailyMaxima(PowerSeries series, int[] dayOf) {
    if (series.size() == 0) {
      return new double[0];
    }
    long first = Math.floorDiv(series.startSeconds()[0], SECONDS_A_DAY);
    long last = Math.floorDiv(series.startSeconds()[series.size() - 1], SECONDS_A_DAY);
    double[] most = new double[(int) (last - first + 1)];
    Arrays.fill(most, Double.NaN);
    for (int i = 0; i < series.size(); i++) {
      dayOf[i] = (int) (Math.floorDiv(series.startSeconds()[i], SECONDS_A_DAY) - first);
      double power = series.power()[i];
      if (!(most[dayOf[i]] >= power) && !Double.isNaN(power)) {
        most[dayOf[i]] = power;
      }
    }
    return most;
  }

  private static void dropShortRuns(double[] factors) {
    int i = 0;
    while (i < factors.length) {
      int from = i;
      while (i < factors.length && factors[i] == factors[from]) {
        i++;
      }
      if (factors[from] != 1 && i - from < Math.min(MIN_DAYS, factors.length)) {
        Arrays.fill(factors, from, i, 1);
      }
    }
  }
}
