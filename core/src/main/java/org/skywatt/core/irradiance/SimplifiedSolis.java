package org.skywatt.core.irradiance;

import org.skywatt.core.solar.Irradiance;
import org.skywatt.core.solar.StandardAtmosphere;

/**
 * Simplified Solis clear sky, from aerosol and water vapour; altitude enters through the pressure.
 *
 * <p>Source: Ineichen, A broadband simplified version of the Solis clear sky model, Solar Energy
 * 82, 758–762, 2008, with the published corrections, as pvlib formulates it.
 */
public final class SimplifiedSolis {
  /** Aerosol optical depth at 700 nm of ordinary mid-latitude air. */
  public static final double TYPICAL_AEROSOL_OPTICAL_DEPTH = 0.1;

  private static final double MIN_WATER_CM = 0.2;

  private SimplifiedSolis() {}

  /**
   * Clear-sky irradiance, W/m²; zero for a sun at or below the horizon, NaN for a NaN argument.
   *
   * @param apparentElevationDeg elevation with refraction, degrees
   * @param aerosolOpticalDepth at 700 nm, 0 to 0.45
   * @param precipitableWaterCm 0.2 to 10 cm; less counts as 0.2
   * @param pressurePa at the site, Pa
   * @param extraterrestrialWm2 normal irradiance above the atmosphere, W/m²
   */
  public static Irradiance at(
      double apparentElevationDeg,
      double aerosolOpticalDepth,
      double precipitableWaterCm,
      double pressurePa,
      double extraterrestrialWm2) {
    double a = aerosolOpticalDepth;
    double w = Math.max(precipitableWaterCm, MIN_WATER_CM);
    double lnW = Math.log(w);
    double lnP = Math.log(pressurePa / StandardAtmosphere.SEA_LEVEL_PA);
    double sine = Math.sin(Math.toRadians(apparentElevationDeg));
    if (sine <= 0 && !Double.isNaN(a + w + lnP + extraterrestrialWm2)) {
      return new Irradiance(0, 0, 0);
    }
    double enhanced =
        extraterrestrialWm2
            * (0.12 * Math.pow(w, 0.56) * a * a
                + 0.97 * Math.pow(w, 0.032) * a
                + 1.08 * Math.pow(w, 0.0051)
                + 0.071 * lnP);

    double beamDepth =
        (1.82 + 0.056 * lnW + 0.0071 * lnW * lnW) * a
            + 0.33
            + 0.045 * lnW
            + 0.0096 * lnW * lnW
            + (0.0089 * w + 0.13) * lnP;
    double beamPower =
        (0.00925 * a * a + 0.0148 * a - 0.0172) * lnW - 0.7565 * a * a + 0.5057 * a + 0.4557;

    double globalDepth =
        (1.24 + 0.047 * lnW + 0.0061 * lnW * lnW) * a
            + 0.27
            + 0.043 * lnW
            + 0.009 * lnW * lnW
            + (0.0079 * w + 0.1) * lnP;
    double globalPower = -0.0147 * lnW - 0.3079 * a * a + 0.2846 * a + 0.3798;

    double diffusePower = -0.337 * a * a + 0.63 * a + 0.116 + lnP / (18 + 152 * a);

    return new Irradiance(
        enhanced * Math.exp(-globalDepth / Math.pow(sine, globalPower)) * sine,
        enhanced * Math.exp(-beamDepth / Math.pow(sine, beamPower)),
        enhanced * Math.exp(-diffuseDepth(a, w, lnP) / Math.pow(sine, diffusePower)));
  }

  private static double diffuseDepth(double a, double w, double lnP) {
    if (a < 0.05) {
      return a
              * (0.092 * w
                  - 8.86
                  + a * (-0.23 * w + 74.8 + a * (-3.11 * w + 79.4 + a * (86 * w - 13_800))))
          + 0.0042 * w
          + 3.12
          - 0.83 * Math.pow(1 + a, -17.2) * lnP;
    }
    return a
            * (0.0554 * w
                - 5.71
                + a * (-0.134 * w + 15.5 + a * (0.27 * w - 20.7 + a * (-0.21 * w + 11.6))))
        + 0.0057 * w
        + 2.94
        - 0.71 * Math.pow(1 + a, -15.0) * lnP;
  }
}
