package org.skywatt.core.irradiance;

/** How much of the light above the atmosphere arrives, and how much there is by day of the year. */
public final class Clearness {
  /** Largest zenith angle at which decomposition is tried, degrees. */
  static final double MAX_ZENITH_DEG = 87;

  private static final double MIN_COS_ZENITH = 0.065;

  private Clearness() {}

  /**
   * Extraterrestrial normal irradiance, W/m², to 0.01%: for models that were fitted with it, else
   * use the sun's true distance.
   *
   * <p>Source: Spencer, Fourier series representation of the position of the sun, Search 2, 172,
   * 1971.
   *
   * @param dayOfYear 1 to 366
   * @param solarConstantWm2 at 1 au, W/m²
   */
  public static double extraterrestrialWm2(int dayOfYear, double solarConstantWm2) {
    double angle = 2 * Math.PI / 365 * (dayOfYear - 1);
    return solarConstantWm2
        * (1.00011
            + 0.034221 * Math.cos(angle)
            + 0.00128 * Math.sin(angle)
            + 0.000719 * Math.cos(2 * angle)
            + 7.7e-5 * Math.sin(2 * angle));
  }

  /**
   * Clearness index: GHI over extraterrestrial horizontal irradiance, 0 to 1, with the cosine of
   * the zenith angle at least 0.065 (86.3°). NaN for NaN.
   */
  public static double index(double ghi, double zenithDeg, double extraterrestrialWm2) {
    double cosZenith = Math.max(Math.cos(Math.toRadians(zenithDeg)), MIN_COS_ZENITH);
    return limited(ghi / (extraterrestrialWm2 * cosZenith));
  }

  /**
   * Clearness index that does not hang on the zenith angle, 0 to 1.
   *
   * <p>Source: Perez et al., Making full use of the clearness index for parameterizing hourly
   * insolation conditions, Solar Energy 45, 111–114, 1990.
   */
  static double zenithIndependent(double index, double airmass) {
    return limited(index / (1.031 * Math.exp(-1.4 / (0.9 + 9.4 / airmass)) + 0.1));
  }

  private static double limited(double index) {
    return Math.max(0, Math.min(1, index));
  }
}
