package org.skywatt.core.sample;

import java.io.Serializable;

/**
 * The ground at a site.
 *
 * @param elevationM metres above sea level in the elevation model; NaN in a void
 * @param slopeDeg degrees from horizontal
 * @param aspectDeg direction that the slope faces, degrees clockwise from north; NaN where level
 * @param relativeElevationM height above the mean within 5 km
 * @param horizonDeg elevation angle of the horizon in {@link #HORIZON_DIRECTIONS} directions, from
 *     north clockwise, degrees, at least 0
 * @param skyView fraction of the sky dome that is not behind the horizon, 0 to 1
 * @param relief the shape of the ground around it
 */
public record TerrainSample(
    String siteId,
    double elevationM,
    double slopeDeg,
    double aspectDeg,
    double relativeElevationM,
    float[] horizonDeg,
    double skyView,
    Relief relief)
    implements Serializable {
  /** Number of directions of the horizon profile: every 5 degrees. */
  public static final int HORIZON_DIRECTIONS = 72;

  public TerrainSample {
    if (horizonDeg.length != HORIZON_DIRECTIONS) {
      throw new IllegalArgumentException(
          "expected " + HORIZON_DIRECTIONS + " horizon angles, got " + horizonDeg.length);
    }
  }

  /** Horizon angle towards {@code azimuthDeg}, linear between directions, degrees. */
  public double horizonAt(double azimuthDeg) {
    double step = 360.0 / HORIZON_DIRECTIONS;
    double position = ((azimuthDeg % 360) + 360) % 360 / step;
    int left = (int) position % HORIZON_DIRECTIONS;
    int right = (left + 1) % HORIZON_DIRECTIONS;
    double weight = position - Math.floor(position);
    return horizonDeg[left] * (1 - weight) + horizonDeg[right] * weight;
  }
}
