package org.skywatt.core.solar;

import org.skywatt.core.site.Mount;

/**
 * Rotation of a horizontal single-axis tracker that backtracks, so that rows never shade each
 * other.
 *
 * <p>Source: Anderson and Mikofski, Slope-Aware Backtracking for Single-Axis Trackers,
 * NREL/TP-5K00-76626, 2020, for a horizontal axis on flat ground (pvlib {@code singleaxis}).
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
    if (zenithDeg > 90) {
      return 0;
    }
    double zenith = Math.toRadians(zenithDeg);
    double fromAxis = Math.toRadians(azimuthDeg - tracker.axisAzimuthDeg());
    double across = Math.sin(zenith) * Math.sin(fromAxis);
    double ideal = Math.atan2(across, Math.cos(zenith));
    double unshaded = Math.cos(ideal) / tracker.groundCoverRatio();
    double rotation = unshaded < 1 ? ideal - Math.signum(ideal) * Math.acos(unshaded) : ideal;
    double limit = tracker.maxAngleDeg();
    return Math.max(-limit, Math.min(limit, Math.toDegrees(rotation)));
  }

  /** The plane that a tracker turned by {@code rotationDeg} makes. */
  public static Transposition.Plane plane(double rotationDeg, Mount.SingleAxisTracker tracker) {
    double side = rotationDeg >= 0 ? 90 : 270;
    return new Transposition.Plane(Math.abs(rotationDeg), (tracker.axisAzimuthDeg() + side) % 360);
  }
}
