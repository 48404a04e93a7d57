package org.skywatt.core.satellite;

/**
 * A band of reflected sunlight: reflectance of a radiance.
 *
 * <p>The reflectance factor is {@code π L d² / E}, the share of the light that a white surface
 * square to the sun would send up (EUM/MSG/TEN/12/0332 before its division by the cosine; GOES-R
 * Product User's Guide, volume 3, 5.1.3.2, where {@code κ₀ = π d² / E}). Divided by the cosine of
 * the sun's zenith angle it is the bidirectional reflectance.
 *
 * @param perRadiance reflectance factor of a radiance of 1, positive
 */
public record SolarBand(double perRadiance) {
  /** The sun is taken to stand no lower than this when reflectance is divided by its cosine. */
  public static final double LOWEST_COSINE = Math.cos(Math.toRadians(85));

  public SolarBand {
    if (!(perRadiance > 0) || !Double.isFinite(perRadiance)) {
      throw new IllegalArgumentException("no solar band: " + perRadiance + " per radiance");
    }
  }

  /**
   * A band by the sun's irradiance in it.
   *
   * @param irradiance at 1 au, in the unit of radiance times sr
   * @param distanceAu from sun to earth, au
   */
  public static SolarBand ofIrradiance(double irradiance, double distanceAu) {
    return new SolarBand(Math.PI * distanceAu * distanceAu / irradiance);
  }

  /** Reflectance factor, 1; may be a little below 0 by noise; NaN for NaN. */
  public double reflectance(double radiance) {
    return radiance * perRadiance;
  }

  /**
   * Bidirectional reflectance of a reflectance factor, 1: NaN where the sun stands lower than 5°
   * above the horizon, since noise and the earth's curve then count more than the ground.
   *
   * @param cosZenith cosine of the sun's zenith angle
   */
  public static double bidirectional(double reflectance, double cosZenith) {
    return cosZenith >= LOWEST_COSINE ? reflectance / cosZenith : Double.NaN;
  }
}
