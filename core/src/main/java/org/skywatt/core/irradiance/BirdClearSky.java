package org.skywatt.core.irradiance;

import org.skywatt.core.solar.Irradiance;
import org.skywatt.core.solar.StandardAtmosphere;

/**
 * Bird clear sky: each absorber of the air by itself.
 *
 * <p>Source: Bird and Hulstrom, Simplified Clear Sky Model for Direct and Diffuse Insolation on
 * Horizontal Surfaces, SERI/TR-642-761, 1981, with the absorption of ozone and the beam of NREL's
 * later spreadsheet, as in pvlib.
 */
public final class BirdClearSky {
  /** Forward scattering of aerosol that the report suggests. */
  public static final double ASYMMETRY = 0.85;

  private BirdClearSky() {}

  /**
   * What the air holds.
   *
   * @param broadbandAerosolDepth see {@link #broadbandDepth}
   * @param precipitableWaterCm cm
   * @param ozoneCm atm-cm, about 0.3
   * @param pressurePa at the site, Pa
   */
  public record Air(
      double broadbandAerosolDepth,
      double precipitableWaterCm,
      double ozoneCm,
      double pressurePa) {}

  /** Broadband aerosol optical depth from those at 380 nm and 500 nm. */
  public static double broadbandDepth(double at380, double at500) {
    return 0.27583 * at380 + 0.35 * at500;
  }

  /**
   * Clear-sky irradiance, W/m²; NaN where the airmass is (a sun below the horizon).
   *
   * @param zenithDeg zenith angle, degrees
   * @param airmass relative, not corrected for pressure
   * @param extraterrestrialWm2 normal irradiance above the atmosphere, W/m²
   * @param albedo of the ground, 0 to 1
   */
  public static Irradiance at(
      double zenithDeg, double airmass, Air air, double extraterrestrialWm2, double albedo) {
    double pressed = airmass * air.pressurePa() / StandardAtmosphere.SEA_LEVEL_PA;
    double rayleigh =
        Math.exp(-0.0903 * Math.pow(pressed, 0.84) * (1 + pressed - Math.pow(pressed, 1.01)));
    double ozonePath = air.ozoneCm() * airmass;
    double ozone =
        1
            - 0.1611 * ozonePath * Math.pow(1 + 139.48 * ozonePath, -0.3034)
            - 0.002715 * ozonePath / (1 + 0.044 * ozonePath + 0.0003 * ozonePath * ozonePath);
    double gases = Math.exp(-0.0127 * Math.pow(pressed, 0.26));
    double waterPath = airmass * air.precipitableWaterCm();
    double water =
        1 - 2.4959 * waterPath / (Math.pow(1 + 79.034 * waterPath, 0.6828) + 6.385 * waterPath);
    double depth = air.broadbandAerosolDepth();
    double aerosol =
        Math.exp(
            -Math.pow(depth, 0.873)
                * (1 + depth - Math.pow(depth, 0.7088))
                * Math.pow(airmass, 0.9108));
    double absorbed = 1 - 0.1 * (1 - airmass + Math.pow(airmass, 1.06)) * (1 - aerosol);
    double scattered = 1 - aerosol / absorbed;
    double skyAlbedo = 0.0685 + (1 - ASYMMETRY) * scattered;

    double beam = 0.9662 * extraterrestrialWm2 * aerosol * water * gases * ozone * rayleigh;
    double cosZenith = zenithDeg < 90 ? Math.cos(Math.toRadians(zenithDeg)) : 0;
    double sky =
        extraterrestrialWm2
            * cosZenith
            * 0.79
            * ozone
            * gases
            * water
            * absorbed
            * (0.5 * (1 - rayleigh) + ASYMMETRY * scattered)
            / (1 - airmass + Math.pow(airmass, 1.02));
    double global = (beam * cosZenith + sky) / (1 - albedo * skyAlbedo);
    return new Irradiance(global, beam, global - beam * cosZenith);
  }
}
