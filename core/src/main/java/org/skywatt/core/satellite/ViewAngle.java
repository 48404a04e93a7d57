package org.skywatt.core.satellite;

import org.skywatt.core.projection.SpaceView;

/**
 * The satellite as seen from a place at sea level.
 *
 * @param zenithDeg angle from the zenith, degrees, 0 to 90; NaN where the satellite has set
 * @param azimuthDeg degrees clockwise from north, 0 to 360; NaN likewise
 */
public record ViewAngle(double zenithDeg, double azimuthDeg) {
  private static final ViewAngle NONE = new ViewAngle(Double.NaN, Double.NaN);

  /**
   * The satellite of a view from a place, by the vector between them; without refraction.
   *
   * @param latitude degrees north
   * @param longitude degrees east, in any range
   */
  public static ViewAngle of(SpaceView view, double latitude, double longitude) {
    double[] place = view.earth().toCentre(latitude, longitude - view.subLongitude(), 0);
    double x = view.distance() - place[0];
    double y = -place[1];
    double z = -place[2];
    double phi = Math.toRadians(latitude);
    double lambda = Math.toRadians(longitude - view.subLongitude());
    double outwards = Math.cos(lambda) * x + Math.sin(lambda) * y;
    double up = Math.cos(phi) * outwards + Math.sin(phi) * z;
    double north = Math.cos(phi) * z - Math.sin(phi) * outwards;
    double east = Math.cos(lambda) * y - Math.sin(lambda) * x;
    if (!(up > 0)) {
      return NONE;
    }
    double azimuth = Math.toDegrees(Math.atan2(east, north));
    return new ViewAngle(
        Math.toDegrees(Math.atan2(Math.hypot(east, north), up)),
        azimuth < 0 ? azimuth + 360 : azimuth);
  }
}
