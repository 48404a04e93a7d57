package org.skywatt.core.irradiance;

import org.skywatt.core.solar.Irradiance;

/**
 * Beam and diffuse out of one value of GHI.
 *
 * <p>Source: Erbs, Klein and Duffie, Estimation of the diffuse radiation fraction for hourly, daily
 * and monthly-average global radiation, Solar Energy 28, 293–302, 1982.
 */
public final class Erbs {
  private Erbs() {}

  /** Diffuse fraction of GHI by clearness index, 0.165 to 1; NaN for NaN. */
  public static double diffuseFraction(double clearness) {
    if (clearness <= 0.22) {
      return 1 - 0.09 * clearness;
    }
    if (clearness > 0.8) {
      return 0.165;
    }
    return 0.9511
        + clearness * (-0.1604 + clearness * (4.388 + clearness * (-16.638 + clearness * 12.336)));
  }

  /**
   * The three components, W/m²; all diffuse where the sun stands lower than 3°. NaN for NaN.
   *
   * @param ghi global horizontal irradiance, W/m²; negative gives no beam
   * @param zenithDeg zenith angle without refraction, degrees
   * @param extraterrestrialWm2 normal irradiance above the atmosphere, W/m²
   */
  public static Irradiance decompose(double ghi, double zenithDeg, double extraterrestrialWm2) {
    if (Double.isNaN(ghi + zenithDeg + extraterrestrialWm2)) {
      return new Irradiance(Double.NaN, Double.NaN, Double.NaN);
    }
    if (ghi < 0 || zenithDeg > Clearness.MAX_ZENITH_DEG) {
      return new Irradiance(ghi, 0, ghi);
    }
    double dhi = ghi * diffuseFraction(Clearness.index(ghi, zenithDeg, extraterrestrialWm2));
    return new Irradiance(ghi, (ghi - dhi) / Math.cos(Math.toRadians(zenithDeg)), dhi);
  }
}
