package org.skywatt.core.satellite;

/** The angle by which sunlight is turned on its way to the satellite. */
public final class ScatteringAngle {
  private ScatteringAngle() {}

  /**
   * Degrees: 180 where the satellite looks along the sun's rays (clouds are brightest), 0 where it
   * would look into the sun through the ground; NaN for NaN. Azimuths are both from the pixel.
   */
  public static double angleDeg(
      double sunZenithDeg, double sunAzimuthDeg, double viewZenithDeg, double viewAzimuthDeg) {
    double sun = Math.toRadians(sunZenithDeg);
    double view = Math.toRadians(viewZenithDeg);
    double between = Math.toRadians(sunAzimuthDeg - viewAzimuthDeg);
    double cosine =
        -Math.cos(sun) * Math.cos(view) - Math.sin(sun) * Math.sin(view) * Math.cos(between);
    return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine))));
  }
}
