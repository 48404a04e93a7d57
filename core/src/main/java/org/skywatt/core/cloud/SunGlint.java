package org.skywatt.core.cloud;

import java.util.BitSet;
import org.skywatt.core.motion.Plane;

/**
 * The sun's mirror image on water, which is as bright as clouds.
 *
 * <p>Source: the angle and its limit are those of the MODIS cloud mask (Ackerman et al.,
 * Discriminating clear sky from clouds with MODIS, Journal of Geophysical Research 103, 1998).
 */
public final class SunGlint {
  /** Nearer to the mirror image than this, water may glitter, degrees. */
  public static final double LARGEST_ANGLE_DEG = 36;

  private SunGlint() {}

  /**
   * Angle between the view and the mirror image of the sun on level water, degrees, 0 (looking into
   * it) to 180; NaN for NaN.
   *
   * @param sunZenithDeg degrees, at the pixel
   * @param sunAzimuthDeg clockwise from north, from the pixel to the sun
   * @param viewZenithDeg degrees, at the pixel
   * @param viewAzimuthDeg clockwise from north, from the pixel to the satellite
   */
  public static double angleDeg(
      double sunZenithDeg, double sunAzimuthDeg, double viewZenithDeg, double viewAzimuthDeg) {
    double sun = Math.toRadians(sunZenithDeg);
    double view = Math.toRadians(viewZenithDeg);
    double between = Math.toRadians(sunAzimuthDeg - viewAzimuthDeg);
    double cosine =
        Math.cos(sun) * Math.cos(view) - Math.sin(sun) * Math.sin(view) * Math.cos(between);
    return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine))));
  }

  /**
   * The same cloud indices with NaN where water may glitter.
   *
   * @param angleDeg see {@link #angleDeg}, of each pixel
   * @param water pixels (row × columns + column) that are water
   * @throws IllegalArgumentException where the images' shapes differ
   */
  public static Plane guard(Plane index, Plane angleDeg, BitSet water) {
    CloudIndex.require(index, angleDeg);
    Plane guarded = new Plane(index.rows(), index.columns(), index.values().clone());
    for (int i = water.nextSetBit(0); i >= 0 && i < guarded.values().length; ) {
      if (angleDeg.values()[i] < LARGEST_ANGLE_DEG) {
        guarded.values()[i] = Float.NaN;
      }
      i = water.nextSetBit(i + 1);
    }
    return guarded;
  }
}
