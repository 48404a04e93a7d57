package org.skywatt.core.grid;

/**
 * The plane that touches a sphere at a place, with the place as its origin, x east and y north, in
 * radii: the gnomonic projection, which shows great circles as straight lines (Snyder, <i>Map
 * Projections</i>, p. 164). Shows less than half the earth.
 */
final class TangentPlane {
  private final double sinLatitude;
  private final double cosLatitude;
  private final double longitude;
  private final double[] towards;
  private double x;
  private double y;

  TangentPlane(double latitude, double longitude) {
    sinLatitude = Math.sin(Math.toRadians(latitude));
    cosLatitude = Math.cos(Math.toRadians(latitude));
    this.longitude = longitude;
    towards = unit(latitude, longitude);
  }

  /** Sets {@link #x} and {@link #y} to a point's; NaN where the plane does not show it. */
  void project(double pointLatitude, double pointLongitude) {
    double phi = Math.toRadians(pointLatitude);
    double lambda = Math.toRadians(pointLongitude - longitude);
    double sin = Math.sin(phi);
    double cos = Math.cos(phi);
    double facing = sinLatitude * sin + cosLatitude * cos * Math.cos(lambda);
    boolean shown = facing > 0.1;
    x = shown ? cos * Math.sin(lambda) / facing : Double.NaN;
    y = shown ? (cosLatitude * sin - sinLatitude * cos * Math.cos(lambda)) / facing : Double.NaN;
  }

  double x() {
    return x;
  }

  double y() {
    return y;
  }

  /** Square of the straight distance from the place to a point within the sphere. */
  double distanceSquared(double px, double py, double pz) {
    double dx = px - towards[0];
    double dy = py - towards[1];
    double dz = pz - towards[2];
    return dx * dx + dy * dy + dz * dz;
  }

  /** A place as vector of length 1. */
  static double[] unit(double latitude, double longitude) {
    double phi = Math.toRadians(latitude);
    double lambda = Math.toRadians(longitude);
    double cos = Math.cos(phi);
    return new double[] {cos * Math.cos(lambda), cos * Math.sin(lambda), Math.sin(phi)};
  }
}
