package org.skywatt.core.irradiance;

import org.skywatt.core.solar.Irradiance;
import org.skywatt.core.solar.PlaneIrradiance;
import org.skywatt.core.solar.Transposition;

/**
 * The Perez sky on a tilted plane: isotropic, circumsolar and horizon light by eight classes of sky
 * clearness.
 *
 * <p>Source: Perez, Ineichen, Seals, Michalsky and Stewart, Modeling daylight availability and
 * irradiance components from direct and global irradiance, Solar Energy 44, 271–289, 1990 (all
 * sites, composite).
 */
public final class Perez {
  private static final double KAPPA = 1.041;
  private static final double MIN_COS_ZENITH = Math.cos(Math.toRadians(85));
  private static final double[] CLASSES = {1.065, 1.23, 1.5, 1.95, 2.8, 4.5, 6.2};

  /** F11, F12, F13, F21, F22, F23 of each class. */
  private static final double[][] COEFFICIENTS = {
    {-0.008, 0.588, -0.062, -0.06, 0.072, -0.022},
    {0.13, 0.683, -0.151, -0.019, 0.066, -0.029},
    {0.33, 0.487, -0.221, 0.055, -0.064, -0.026},
    {0.568, 0.187, -0.295, 0.109, -0.152, -0.014},
    {0.873, -0.392, -0.362, 0.226, -0.462, 0.001},
    {1.132, -1.237, -0.412, 0.288, -0.823, 0.056},
    {1.06, -1.6, -0.359, 0.264, -1.127, 0.131},
    {0.678, -0.327, -0.25, 0.156, -1.377, 0.251}
  };

  private Perez() {}

  /**
   * Irradiance on {@code plane}, W/m². No sky diffuse where there is none on the ground, or where
   * the airmass is NaN (a sun below the horizon); NaN irradiance gives NaN.
   *
   * @param zenithDeg the sun's apparent zenith angle, degrees
   * @param azimuthDeg the sun's azimuth, degrees clockwise from north
   * @param extraterrestrialWm2 normal irradiance above the atmosphere, W/m²
   * @param airmass relative airmass, not corrected for pressure
   * @param albedo reflectance of the ground, 0 to 1
   */
  public static PlaneIrradiance onPlane(
      Transposition.Plane plane,
      double zenithDeg,
      double azimuthDeg,
      Irradiance irradiance,
      double extraterrestrialWm2,
      double airmass,
      double albedo) {
    double cosIncidence = Math.max(Transposition.cosIncidence(plane, zenithDeg, azimuthDeg), 0);
    double beam = irradiance.dni() * cosIncidence;
    double ground = Transposition.groundReflected(plane, irradiance.ghi(), albedo);
    double dhi = irradiance.dhi();
    if (dhi <= 0 || Double.isNaN(airmass)) {
      return new PlaneIrradiance(beam, 0, 0, 0, ground);
    }
    double zenith = Math.toRadians(zenithDeg);
    double tilt = Math.toRadians(plane.tiltDeg());
    double brightness = dhi * airmass / extraterrestrialWm2;
    double lift = KAPPA * zenith * zenith * zenith;
    double clearness = ((dhi + irradiance.dni()) / dhi + lift) / (1 + lift);
    double[] f = COEFFICIENTS[skyClass(clearness)];
    double around = Math.max(f[0] + f[1] * brightness + f[2] * zenith, 0);
    double band = f[3] + f[4] * brightness + f[5] * zenith;
    double isotropic = dhi * 0.5 * (1 - around) * (1 + Math.cos(tilt));
    double circumsolar = dhi * around * cosIncidence / Math.max(Math.cos(zenith), MIN_COS_ZENITH);
    double horizon = dhi * band * Math.sin(tilt);
    return isotropic + circumsolar + horizon < 0
        ? new PlaneIrradiance(beam, 0, 0, 0, ground)
        : new PlaneIrradiance(beam, isotropic, circumsolar, horizon, ground);
  }

  private static int skyClass(double clearness) {
    int i = 0;
    while (i < CLASSES.length && clearness >= CLASSES[i]) {
      i++;
    }
    return i;
  }
}
