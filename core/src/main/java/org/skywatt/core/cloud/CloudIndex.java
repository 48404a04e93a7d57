package org.skywatt.core.cloud;

import org.skywatt.core.motion.Plane;

/**
 * The cloud index of the Heliosat method: where a pixel's brightness lies between the bare ground's
 * (0) and a thick cloud's (1).
 *
 * <p>Source: Cano et al., Solar Energy 37, 1986; Rigollier et al., Solar Energy 77, 2004, equation
 * 1; Hammer et al., Remote Sensing of Environment 86, 2003.
 */
public final class CloudIndex {
  /** What is lower tells no more of the light below: see {@link ClearSkyIndex}. */
  public static final float LOWEST = -0.2f;

  /** What is higher tells no more of the light below. */
  public static final float HIGHEST = 1.2f;

  /** Zenith angle of the sun beyond which visible light tells nothing of clouds, degrees. */
  public static final float LARGEST_SUN_ZENITH_DEG = 85;

  /** Ground that is nearly as bright as clouds hides them: least difference of reflectance. */
  static final float LEAST_CONTRAST = 0.1f;

  private CloudIndex() {}

  /**
   * The index of a pixel, {@link #LOWEST} to {@link #HIGHEST}; NaN where an argument is NaN or the
   * ground is nearly as bright as clouds (or brighter).
   *
   * @param reflectance 0 (black) to about 1, corrected for the sun's zenith angle
   * @param ground the same of the cloudless ground
   * @param cloud the same of thick clouds
   */
  public static float of(float reflectance, float ground, float cloud) {
    float contrast = cloud - ground;
    if (!(contrast >= LEAST_CONTRAST)) {
      return Float.NaN;
    }
    return limited((reflectance - ground) / contrast);
  }

  /**
   * The index of an image.
   *
   * @param ground see {@link GroundReflectance}; NaN where {@link SnowGuard snow} lies
   * @param cloud see {@link CloudReflectance}
   * @throws IllegalArgumentException where the images' shapes differ
   */
  public static Plane of(Plane reflectance, Plane ground, double cloud) {
    require(reflectance, ground);
    Plane index = new Plane(reflectance.rows(), reflectance.columns());
    for (int i = 0; i < index.values().length; i++) {
      index.values()[i] = of(reflectance.values()[i], ground.values()[i], (float) cloud);
    }
    return index;
  }

  /** The index of an image, with a cloud's reflectance for each pixel. */
  public static Plane of(Plane reflectance, Plane ground, Plane cloud) {
    require(reflectance, ground);
    require(reflectance, cloud);
    Plane index = new Plane(reflectance.rows(), reflectance.columns());
    for (int i = 0; i < index.values().length; i++) {
      index.values()[i] = of(reflectance.values()[i], ground.values()[i], cloud.values()[i]);
    }
    return index;
  }

  /** The same image with NaN where the sun is lower than {@link #LARGEST_SUN_ZENITH_DEG} allows. */
  public static Plane byDay(Plane index, Plane sunZenithDeg) {
    require(index, sunZenithDeg);
    Plane day = new Plane(index.rows(), index.columns());
    for (int i = 0; i < day.values().length; i++) {
      boolean light = sunZenithDeg.values()[i] <= LARGEST_SUN_ZENITH_DEG;
      day.values()[i] = light ? index.values()[i] : Float.NaN;
    }
    return day;
  }

  /** Within the index's limits; NaN for NaN. */
  static float limited(float index) {
    return Math.max(LOWEST, Math.min(HIGHEST, index));
  }

  static void require(Plane one, Plane other) {
    if (!one.sameShape(other)) {
      throw new IllegalArgumentException(
          "images of %d × %d and %d × %d pixels don't go together"
              .formatted(one.rows(), one.columns(), other.rows(), other.columns()));
    }
  }
}
