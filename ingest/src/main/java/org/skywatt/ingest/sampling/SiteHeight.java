package org.skywatt.ingest.sampling;

/** Values moved from the height of the model's ground to the site's. NaN gives NaN. */
public final class SiteHeight {
  /** Fall of temperature with height in the standard atmosphere, K/m (ISO 2533). */
  public static final double LAPSE_RATE_KM = 0.0065;

  private static final double SEA_LEVEL_TEMPERATURE_K = 288.15;

  /** Gravity over gas constant of dry air and lapse rate: 9.80665 / (287.05287 × 0.0065). */
  private static final double EXPONENT = 9.80665 / (287.05287 * LAPSE_RATE_KM);

  private SiteHeight() {}

  /** Temperature, K, by the lapse rate of the standard atmosphere. */
  public static double temperatureK(double modelK, double modelHeightM, double siteHeightM) {
    return modelK + LAPSE_RATE_KM * (modelHeightM - siteHeightM);
  }

  /** Pressure, Pa, by the barometric formula of the standard atmosphere (ISO 2533, formula 12). */
  public static double pressurePa(double modelPa, double modelHeightM, double siteHeightM) {
    return modelPa
        * Math.pow(
            (SEA_LEVEL_TEMPERATURE_K - LAPSE_RATE_KM * siteHeightM)
                / (SEA_LEVEL_TEMPERATURE_K - LAPSE_RATE_KM * modelHeightM),
            EXPONENT);
  }
}
