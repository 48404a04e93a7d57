package org.skywatt.green.signal;

import java.util.Map;

/** The average carbon intensity of what generates. */
public final class GenerationMix {
  private GenerationMix() {}

  /**
   * Grams of CO2 equivalent a kilowatt-hour; NaN if nothing generates.
   *
   * @param power by source, in any one unit, 0 or more
   * @throws IllegalArgumentException if a power is below 0 or no number
   */
  public static double gramsPerKwh(Map<EmissionFactor, Double> power) {
    double grams = 0;
    double sum = 0;
    for (Map.Entry<EmissionFactor, Double> each : power.entrySet()) {
      double value = each.getValue();
      if (!(value >= 0) || Double.isInfinite(value)) {
        throw new IllegalArgumentException(
            each.getKey() + " generates " + value + "; give 0 or more");
      }
      grams += value * each.getKey().gramsPerKwh();
      sum += value;
    }
    return grams / sum;
  }
}
