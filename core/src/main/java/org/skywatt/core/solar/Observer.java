package org.skywatt.core.solar;

import org.skywatt.core.site.Location;

/**
 * What SPA needs of a place, computed once: sine and cosine of the latitude, longitude (rad, east),
 * and the place's distance from the earth's axis ({@code x}) and equator ({@code y}) in equatorial
 * radii (NREL/TP-560-34302, section 3.12).
 */
public record Observer(
    double sinLatitude, double cosLatitude, double longitude, double x, double y) {
  /** Sine of the sun's horizontal parallax at 1 au: 8.794 arc seconds. */
  static final double SIN_PARALLAX = Math.sin(Math.toRadians(8.794 / 3600));

  private static final double EQUATORIAL_RADIUS_M = 6_378_140;
  private static final double POLAR_TO_EQUATORIAL = 0.99664719;

  public static Observer at(Location location) {
    double latitude = Math.toRadians(location.latitude());
    double sin = Math.sin(latitude);
    double cos = Math.cos(latitude);
    double u = Math.atan(POLAR_TO_EQUATORIAL * Math.tan(latitude));
    double height = location.elevationM() / EQUATORIAL_RADIUS_M;
    return new Observer(
        sin,
        cos,
        Math.toRadians(location.longitude()),
        Math.cos(u) + height * cos,
        POLAR_TO_EQUATORIAL * Math.sin(u) + height * sin);
  }
}
