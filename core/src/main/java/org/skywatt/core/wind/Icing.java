package org.skywatt.core.wind;

/**
 * Risk that ice grows on blades. A rule of our own with round limits, after what ISO 12494 calls
 * in-cloud icing: droplets that are colder than freezing, in saturated air. It flags weather in
 * which power may fall short; it does not say by how much.
 */
public final class Icing {
  private static final double FREEZING_K = 273.15;
  private static final double COLDEST_K = 253.15;
  private static final double DRY_PERCENT = 85;
  private static final double SATURATED_PERCENT = 95;

  private Icing() {}

  /**
   * Risk, 0 to 1: none above 0 °C or below −20 °C (too little water is liquid), growing linearly
   * with relative humidity from 85% to 95%. NaN for NaN.
   *
   * @param temperatureK at hub height, K
   * @param relativeHumidityPercent at hub height over water, percent
   */
  public static double risk(double temperatureK, double relativeHumidityPercent) {
    if (Double.isNaN(temperatureK + relativeHumidityPercent)) {
      return Double.NaN;
    }
    if (temperatureK > FREEZING_K || temperatureK < COLDEST_K) {
      return 0;
    }
    double wet = (relativeHumidityPercent - DRY_PERCENT) / (SATURATED_PERCENT - DRY_PERCENT);
    return Math.max(0, Math.min(1, wet));
  }
}
