package org.skywatt.core.solar;

/**
 * A single-axis tracker on sloping ground that backtracks, so that rows never shade each other.
 *
 * <p>Source: Anderson and Mikofski, Slope-Aware Backtracking for Single-Axis Trackers,
 * NREL/TP-5K00-76626, 2020 (pvlib {@code singleaxis}).
 *
 * @param axisAzimuthDeg direction that the axis points down to, degrees clockwise from north
 * @param axisTiltDeg of the axis from horizontal, degrees
 * @param crossAxisTiltDeg of the line from row to row, at right angles to the axis, degrees;
 *     positive falls clockwise of the axis
 * @param maxAngleDeg greatest rotation either way, degrees
 * @param groundCoverRatio module width over horizontal row distance, above 0 to 1
 */
public record SlopedTracker(
    double axisAzimuthDeg,
    double axisTiltDeg,
    double crossAxisTiltDeg,
    double maxAngleDeg,
    double groundCoverRatio) {

  /**
   * A tracker that follows the ground.
   *
   * @param slopeAzimuthDeg direction that the ground falls to, degrees clockwise from north
   * @param slopeTiltDeg of the ground from horizontal, degrees
   */
  public static SlopedTracker onSlope(
      double slopeAzimuthDeg,
      double slopeTiltDeg,
      double axisAzimuthDeg,
      double maxAngleDeg,
      double groundCoverRatio) {
    double turn = Math.toRadians(axisAzimuthDeg - slopeAzimuthDeg);
    double slope = Math.toRadians(slopeTiltDeg);
    double tilt = Math.atan(Math.cos(turn) * Math.tan(slope));
    double x = Math.sin(turn) * Math.cos(tilt) * Math.cos(slope);
    double y = Math.sin(tilt) * Math.sin(slope) + Math.cos(turn) * Math.cos(tilt) * Math.cos(slope);
    double z = -Math.sin(turn) * Math.sin(slope) * Math.cos(tilt);
    double across = (x * Math.cos(turn) - y * Math.sin(turn)) * Math.sin(tilt) + z * Math.cos(tilt);
    double cross = Math.asin(across / Math.sqrt(x * x + y * y + z * z));
    return new SlopedTracker(
        axisAzimuthDeg, Math.toDegrees(tilt), Math.toDegrees(cross), maxAngleDeg, groundCoverRatio);
  }

  /**
   * Rotation about the axis, degrees: zero faces straight up across the axis, positive faces
   * clockwise of it. Zero while the sun is below the horizon.
   *
   * @param zenithDeg the sun's apparent zenith angle, degrees
   * @param azimuthDeg the sun's azimuth, degrees clockwise from north
   */
  public double rotationDeg(double zenithDeg, double azimuthDeg) {
    if (zenithDeg > 90) {
      return 0;
    }
    double zenith = Math.toRadians(zenithDeg);
    double fromAxis = Math.toRadians(azimuthDeg - axisAzimuthDeg);
    double tilt = Math.toRadians(axisTiltDeg);
    double cross = Math.toRadians(crossAxisTiltDeg);
    double across = Math.sin(zenith) * Math.sin(fromAxis);
    double up =
        Math.sin(zenith) * Math.cos(fromAxis) * Math.sin(tilt) + Math.cos(zenith) * Math.cos(tilt);
    double ideal = Math.atan2(across, up);
    double unshaded = Math.abs(Math.cos(ideal - cross) / (groundCoverRatio * Math.cos(cross)));
    double rotation = unshaded < 1 ? ideal - Math.signum(ideal) * Math.acos(unshaded) : ideal;
    return Math.max(-maxAngleDeg, Math.min(maxAngleDeg, Math.toDegrees(rotation)));
  }

  /** The plane that the tracker turned by {@code rotationDeg} makes. */
  public Transposition.Plane plane(double rotationDeg) {
    double rotation = Math.toRadians(rotationDeg);
    double tilt = Math.toRadians(axisTiltDeg);
    // The normal, seen along the axis: to its right, along it, up.
    double right = Math.sin(rotation);
    double along = Math.cos(rotation) * Math.sin(tilt);
    double azimuth = axisAzimuthDeg + Math.toDegrees(Math.atan2(right, along));
    double planeTilt = Math.toDegrees(Math.acos(Math.cos(rotation) * Math.cos(tilt)));
    return new Transposition.Plane(planeTilt, azimuth - 360 * Math.floor(azimuth / 360));
  }
}
