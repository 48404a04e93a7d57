package org.skywatt.core.solar;

/** Irradiance on a tilted plane, W/m². */
public final class Transposition {
  /** Reflectance of the ground assumed where none is known (grass). */
  public static final double TYPICAL_ALBEDO = 0.2;

  // Keeps the ratio of beam on plane and on ground finite at sunrise: cos 89°, as in pvlib.
  private static final double MIN_COS_ZENITH = 0.01745;

  private Transposition() {}

  /** How a plane faces the sky. Tilt in degrees from horizontal, azimuth clockwise from north. */
  public record Plane(double tiltDeg, double azimuthDeg) {}

  /** Cosine of the angle between the sun and the plane's normal; negative behind the plane. */
  public static double cosIncidence(Plane plane, double zenithDeg, double azimuthDeg) {
    double tilt = Math.toRadians(plane.tiltDeg());
    double zenith = Math.toRadians(zenithDeg);
    return Math.cos(tilt) * Math.cos(zenith)
        + Math.sin(tilt)
            * Math.sin(zenith)
            * Math.cos(Math.toRadians(azimuthDeg - plane.azimuthDeg()));
  }

  /**
   * Global irradiance on {@code plane}, W/m²: beam, sky diffuse by Hay and Davies, and isotropic
   * reflection from the ground. NaN arguments give NaN.
   *
   * <p>Source: Hay and Davies, Calculations of the solar radiation incident on an inclined surface,
   * 1980, as in pvlib ({@code get_total_irradiance}, model haydavies).
   *
   * @param zenithDeg the sun's apparent zenith angle, degrees
   * @param azimuthDeg the sun's azimuth, degrees clockwise from north
   * @param extraterrestrialWm2 normal irradiance above the atmosphere, W/m²
   * @param albedo reflectance of the ground, 0 to 1
   */
  public static double hayDavies(
      Plane plane,
      double zenithDeg,
      double azimuthDeg,
      Irradiance irradiance,
      double extraterrestrialWm2,
      double albedo) {
    return hayDaviesParts(plane, zenithDeg, azimuthDeg, irradiance, extraterrestrialWm2, albedo)
        .global();
  }

  /** As {@link #hayDavies}, part by part. */
  public static PlaneIrradiance hayDaviesParts(
      Plane plane,
      double zenithDeg,
      double azimuthDeg,
      Irradiance irradiance,
      double extraterrestrialWm2,
      double albedo) {
    double cosTilt = Math.cos(Math.toRadians(plane.tiltDeg()));
    double cosIncidence = Math.max(cosIncidence(plane, zenithDeg, azimuthDeg), 0);
    double beamRatio = cosIncidence / Math.max(Math.cos(Math.toRadians(zenithDeg)), MIN_COS_ZENITH);
    double anisotropy = irradiance.dni() / extraterrestrialWm2;
    double isotropic = Math.max(irradiance.dhi() * (1 - anisotropy) * (1 + cosTilt) / 2, 0);
    double circumsolar = Math.max(irradiance.dhi() * anisotropy * beamRatio, 0);
    return new PlaneIrradiance(
        irradiance.dni() * cosIncidence,
        isotropic,
        circumsolar,
        0,
        groundReflected(plane, irradiance.ghi(), albedo));
  }

  /** Reflection from level ground, the same in all directions, W/m². */
  public static double groundReflected(Plane plane, double ghi, double albedo) {
    return ghi * albedo * (1 - Math.cos(Math.toRadians(plane.tiltDeg()))) / 2;
  }
}
