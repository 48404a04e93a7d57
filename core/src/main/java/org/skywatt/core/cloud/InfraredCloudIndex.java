package org.skywatt.core.cloud;

import java.util.List;
import org.skywatt.core.motion.Plane;

/**
 * A cloud index at night, out of brightness temperatures in the atmosphere's window (10.8 µm):
 * where a pixel lies between the cloudless ground (0) and high clouds (1). It sees low clouds
 * badly, which are nearly as warm as the ground, and cold fronts make clear ground look cloudy: a
 * stand-in for dawn, dusk and night, not a measure of irradiance.
 */
public final class InfraredCloudIndex {
  /** The part of a pixel's temperatures that may be warmer than its ground usually is. */
  public static final double GROUND_PART = 0.2;

  /**
   * By how much a cloud that is thick enough to take most of the light is colder than the ground,
   * K: clouds of about 4 km.
   */
  public static final float COLDER_K = 25;

  /** The sun's zenith angle to which visible light alone counts, degrees. */
  public static final float VISIBLE_TO_DEG = 75;

  private InfraredCloudIndex() {}

  /**
   * The cloudless ground's brightness temperature, K: a high percentile of each pixel; NaN where a
   * pixel has fewer than {@link GroundReflectance#FEWEST} values.
   *
   * @param past unflagged images of one slot, of about the last 30 days, K; one or more
   * @throws IllegalArgumentException where there are none, or of different shapes
   */
  public static Plane groundK(List<Plane> past) {
    return PixelRanks.fromHighest(past, GROUND_PART, GroundReflectance.FEWEST);
  }

  /**
   * The index of an image, within the limits of {@link CloudIndex}; NaN where an argument is NaN.
   *
   * @param temperatureK brightness temperature, K
   * @param groundK see {@link #groundK}
   * @throws IllegalArgumentException where the images' shapes differ
   */
  public static Plane of(Plane temperatureK, Plane groundK) {
    CloudIndex.require(temperatureK, groundK);
    Plane index = new Plane(temperatureK.rows(), temperatureK.columns());
    for (int i = 0; i < index.values().length; i++) {
      float colder = groundK.values()[i] - temperatureK.values()[i];
      index.values()[i] = CloudIndex.limited(colder / COLDER_K);
    }
    return index;
  }

  /**
   * Both indices as one: the visible one by day, the infrared one by night, and between {@link
   * #VISIBLE_TO_DEG} and {@link CloudIndex#LARGEST_SUN_ZENITH_DEG} both by the sun's height. Where
   * one is missing the other stands; the visible one never beyond its limit.
   *
   * @param sunZenithDeg of each pixel, degrees; NaN gives NaN
   * @throws IllegalArgumentException where the images' shapes differ
   */
  public static Plane blend(Plane visible, Plane infrared, Plane sunZenithDeg) {
    CloudIndex.require(visible, infrared);
    CloudIndex.require(visible, sunZenithDeg);
    Plane index = new Plane(visible.rows(), visible.columns());
    float width = CloudIndex.LARGEST_SUN_ZENITH_DEG - VISIBLE_TO_DEG;
    for (int i = 0; i < index.values().length; i++) {
      float day = (CloudIndex.LARGEST_SUN_ZENITH_DEG - sunZenithDeg.values()[i]) / width;
      float weight = Math.max(0, Math.min(1, day));
      float seen = visible.values()[i];
      float felt = infrared.values()[i];
      if (weight == 0 || Float.isNaN(seen)) {
        index.values()[i] = Float.isNaN(weight) ? Float.NaN : felt;
      } else if (weight == 1 || Float.isNaN(felt)) {
        index.values()[i] = seen;
      } else {
        index.values()[i] = weight * seen + (1 - weight) * felt;
      }
    }
    return index;
  }
}
