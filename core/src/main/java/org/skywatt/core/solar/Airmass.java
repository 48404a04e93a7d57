package org.skywatt.core.solar;

/** Relative optical thickness of the air between the sun and the ground. */
public final class Airmass {
  private Airmass() {}

  /**
   * Airmass relative to a vertical path, without unit; NaN (undefined) for a sun below the horizon.
   *
   * <p>Source: Kasten and Young, Applied Optics 28, 4735–4738, 1989.
   *
   * @param apparentZenithDeg zenith angle with refraction, degrees
   */
  public static double relative(double apparentZenithDeg) {
    if (apparentZenithDeg > 90) {
      return Double.NaN;
    }
    double elevation = 90 - apparentZenithDeg;
    return 1
        / (Math.sin(Math.toRadians(elevation)) + 0.50572 * Math.pow(6.07995 + elevation, -1.6364));
  }

  /** Airmass corrected for {@code pressurePa} at the site, without unit. */
  public static double absolute(double relative, double pressurePa) {
    return relative * pressurePa / StandardAtmosphere.SEA_LEVEL_PA;
  }
}
