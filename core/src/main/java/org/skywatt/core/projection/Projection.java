package org.skywatt.core.projection;

import java.io.Serializable;

/**
 * A map projection: immutable, and equal to another of the same parameters. Plane coordinates are
 * metres with x to the grid's east and y to its north, from the projection's origin without false
 * easting or northing; a class whose plane has another unit says so.
 */
public interface Projection extends Serializable {
  /**
   * Where a place lies on the plane; NaN coordinates where the plane does not show it.
   *
   * @param latitude degrees north
   * @param longitude degrees east, in any range
   */
  PlanePoint toPlane(double latitude, double longitude);

  /** The place of a point of the plane; NaN coordinates where there is none. */
  EarthPoint toEarth(double x, double y);

  /** After how much of x the plane comes back to the same places; infinite where it does not. */
  default double xPeriod() {
    return Double.POSITIVE_INFINITY;
  }

  /**
   * Direction of the plane's y axis at a place, degrees clockwise from true north, −180 to 180. By
   * central difference along the meridian: right to a millionth of a degree where the projection is
   * conformal.
   */
  default double northDeg(double latitude, double longitude) {
    double half = 1e-3;
    PlanePoint south = toPlane(Math.max(latitude - half, -90), longitude);
    PlanePoint north = toPlane(Math.min(latitude + half, 90), longitude);
    return -Math.toDegrees(Math.atan2(north.x() - south.x(), north.y() - south.y()));
  }
}
