package org.skywatt.core.solar;

import org.skywatt.core.site.Mount;

/**
 * Rotation of a horizontal single-axis tracker on level ground that backtracks, so that rows never
 * shade each other: {@link SlopedTracker} without slope.
 */
public final class SingleAxisTracking {
  private SingleAxisTracking() {}

  /**
   * Rotation about the axis, degrees: zero is flat, positive faces clockwise of the axis (west for
   * an axis of azimuth 180°). Flat while the sun is below the horizon.
   *
   * @param zenithDeg the sun's apparent zenith angle, degrees
   * @param azimuthDeg the sun's azimuth, degrees clockwise from north
   */
  public static double rotationDeg(
      double zenithDeg, double azimuthDeg, Mount.SingleAxisTracker tracker) {
    return new SlopedTracker(
            tracker.axisAzimuthDeg(), 0, 0, tracker.maxAngleDeg(), tracker.groundCoverRatio())
        .rotationDeg(zenithDeg, azimuthDeg);
  }

  /** The plane that a tracker turned by {@code rotationDeg} makes. */
  public static Transposition.Plane plane(double rotationDeg, Mount.SingleAxisTracker tracker) {
    double side = rotationDeg >= 0 ? 90 : 270;
    return new Transposition.Plane(Math.abs(rotationDeg), (tracker.axisAzimuthDeg() + side) % 360);
  }
}
