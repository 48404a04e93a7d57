package org.skywatt.ingest.assembly;

/** Relative humidity over water, as a fraction. A NaN argument gives NaN. */
final class Humidity {
  private static final double ICE_POINT_K = 273.15;

  /** Molar mass of water over that of dry air. */
  private static final double EPSILON = 0.622;

  private Humidity() {}

  /** From temperature and dew point, both K. */
  static double ofDewPoint(double temperatureK, double dewPointK) {
    return saturationPa(dewPointK) / saturationPa(temperatureK);
  }

  /** From specific humidity (vapour by mass of moist air), pressure (Pa) and temperature (K). */
  static double ofSpecificHumidity(double specific, double pressurePa, double temperatureK) {
    double vapourPa = specific * pressurePa / (EPSILON + (1 - EPSILON) * specific);
    return vapourPa / saturationPa(temperatureK);
  }

  /**
   * Saturation vapour pressure over water, Pa.
   *
   * <p>Source: the Magnus formula of WMO No. 8, Guide to Instruments, annex 4.B, for −45 to 60 °C;
   * within 0.4% of IAPWS from 0 to 30 °C.
   */
  static double saturationPa(double temperatureK) {
    double celsius = temperatureK - ICE_POINT_K;
    return 611.2 * Math.exp(17.62 * celsius / (243.12 + celsius));
  }
}
