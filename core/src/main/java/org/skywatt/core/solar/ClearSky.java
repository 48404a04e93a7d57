package org.skywatt.core.solar;

/** Irradiance under a cloudless sky, W/m², and what arrives above the atmosphere. */
public final class ClearSky {
  /**
   * Solar constant, W/m²: ASTM E-490, the value that pvlib uses with the Ineichen model. Newer
   * measurements give 1361.
   */
  public static final double SOLAR_CONSTANT_WM2 = 1366.1;

  /** Linke turbidity of ordinary mid-latitude air, for places without a climatology. */
  public static final double TYPICAL_LINKE_TURBIDITY = 3;

  private ClearSky() {}

  /**
   * Extraterrestrial irradiance on a plane normal to the sun, W/m².
   *
   * @param distanceAu distance from the sun, astronomical units ({@link GeocentricSun#distanceAu})
   */
  public static double extraterrestrialWm2(double distanceAu) {
    return SOLAR_CONSTANT_WM2 / (distanceAu * distanceAu);
  }

  /**
   * Ineichen–Perez clear sky. Zero while the sun is below the horizon; a NaN argument other than
   * the airmass gives NaN.
   *
   * <p>Source: Ineichen and Perez, Solar Energy 73, 151–157, 2002, as pvlib formulates it (without
   * the enhancement factor of Perez et al. 2002).
   *
   * @param apparentZenithDeg zenith angle with refraction, degrees
   * @param absoluteAirmass pressure-corrected airmass; NaN below the horizon
   * @param linkeTurbidity 1 (clean, dry) to about 8 (hazy), without unit
   * @param elevationM metres above sea level
   * @param extraterrestrialWm2 normal irradiance above the atmosphere, W/m²
   */
  public static Irradiance ineichen(
      double apparentZenithDeg,
      double absoluteAirmass,
      double linkeTurbidity,
      double elevationM,
      double extraterrestrialWm2) {
    double cosZenith = Math.max(Math.cos(Math.toRadians(apparentZenithDeg)), 0);
    double inputs = apparentZenithDeg + linkeTurbidity + elevationM + extraterrestrialWm2;
    if (Double.isNaN(inputs)) {
      return new Irradiance(Double.NaN, Double.NaN, Double.NaN);
    }
    if (cosZenith == 0 || Double.isNaN(absoluteAirmass)) {
      return Irradiance.NIGHT;
    }
    double fh1 = Math.exp(-elevationM / 8000);
    double fh2 = Math.exp(-elevationM / 1250);
    double cg1 = 5.09e-5 * elevationM + 0.868;
    double cg2 = 3.92e-5 * elevationM + 0.0387;
    double ghi =
        cg1
            * extraterrestrialWm2
            * cosZenith
            * Math.exp(-cg2 * absoluteAirmass * (fh1 + fh2 * (linkeTurbidity - 1)));
    double b = 0.664 + 0.163 / fh1;
    double beam =
        extraterrestrialWm2 * b * Math.exp(-0.09 * absoluteAirmass * (linkeTurbidity - 1));
    // The paper's empirical upper limit of the beam, for high turbidity.
    double limit = (1 - (0.1 - 0.2 * Math.exp(-linkeTurbidity)) / (0.1 + 0.882 / fh1)) / cosZenith;
    double dni = Math.min(beam, ghi * Math.max(limit, 0));
    return new Irradiance(ghi, dni, ghi - dni * cosZenith);
  }

  /**
   * Ineichen–Perez clear sky for a sun seen from a place of standard pressure, W/m².
   *
   * @param sun gives the distance
   * @param elevationM metres above sea level
   */
  public static Irradiance ineichen(
      SolarPosition position, GeocentricSun sun, double elevationM, double linkeTurbidity) {
    double zenith = position.apparentZenithDeg();
    double airmass =
        Airmass.absolute(Airmass.relative(zenith), StandardAtmosphere.pressurePa(elevationM));
    return ineichen(
        zenith, airmass, linkeTurbidity, elevationM, extraterrestrialWm2(sun.distanceAu()));
  }

  /**
   * Haurwitz clear-sky global horizontal irradiance, W/m²; zero below the horizon, NaN for NaN.
   *
   * <p>Source: Haurwitz, Journal of Meteorology 2, 154–166, 1945, and 3, 123–124, 1946.
   *
   * @param apparentZenithDeg zenith angle with refraction, degrees
   */
  public static double haurwitzGhi(double apparentZenithDeg) {
    double cosZenith = Math.cos(Math.toRadians(apparentZenithDeg));
    return cosZenith <= 0 ? 0 : 1098 * cosZenith * Math.exp(-0.059 / cosZenith);
  }
}
