package org.skywatt.core.solar;

import java.time.Instant;
import org.skywatt.core.site.Location;

/**
 * The sun as seen from a place on the earth (topocentric), by NREL SPA; uncertainty ±0.0003°.
 *
 * <p>Source: Reda and Andreas, Solar Position Algorithm for Solar Radiation Applications,
 * NREL/TP-560-34302, revised January 2008, sections 3.11 to 3.15. Any NaN argument gives NaN.
 *
 * @param zenithDeg angle from the zenith without refraction, degrees, 0 to 180
 * @param apparentZenithDeg angle from the zenith with refraction, degrees; the same as {@code
 *     zenithDeg} once the sun is below {@code −(0.26667° + refraction)}
 * @param azimuthDeg degrees clockwise from north, 0 to 360
 */
public record SolarPosition(double zenithDeg, double apparentZenithDeg, double azimuthDeg) {
  /** Refraction at sunrise and sunset, degrees, as SPA suggests. */
  public static final double REFRACTION_DEG = 0.5667;

  /** Elevation of the sun's centre at sunrise and sunset, without refraction, degrees. */
  public static final double SUNRISE_ELEVATION_DEG = -0.833;

  /** Elevation below which the air is taken to lift the sun no more, degrees. */
  static final double REFRACTED_FROM_DEG = -(0.26667 + REFRACTION_DEG);

  /** Annual mean temperature assumed for refraction where none is given, K. */
  public static final double TYPICAL_TEMPERATURE_K = 285.15;

  /** The sun at {@code time}, refracted by the standard atmosphere at 285.15 K. */
  public static SolarPosition of(Instant time, Location location) {
    return of(
        time,
        location,
        StandardAtmosphere.pressurePa(location.elevationM()),
        TYPICAL_TEMPERATURE_K);
  }

  /**
   * The sun at {@code time}, delta T by {@link DeltaT}.
   *
   * @param pressurePa annual mean surface pressure, Pa
   * @param temperatureK annual mean air temperature, K
   */
  public static SolarPosition of(
      Instant time, Location location, double pressurePa, double temperatureK) {
    return of(
        GeocentricSun.at(time), Observer.at(location), pressurePa, temperatureK, REFRACTION_DEG);
  }

  /** The sun at seconds since 1970-01-01T00:00Z, every parameter of SPA given. */
  public static SolarPosition of(
      double epochSeconds,
      double deltaT,
      Location location,
      double pressurePa,
      double temperatureK,
      double refractionDeg) {
    return of(
        GeocentricSun.at(epochSeconds, deltaT),
        Observer.at(location),
        pressurePa,
        temperatureK,
        refractionDeg);
  }

  /** The sun {@code sun} as {@code observer} sees it: for many sites at one time. */
  public static SolarPosition of(
      GeocentricSun sun,
      Observer observer,
      double pressurePa,
      double temperatureK,
      double refractionDeg) {
    double hourAngle = sun.siderealTime() + observer.longitude() - sun.rightAscension();
    double sinHourAngle = Math.sin(hourAngle);
    double cosHourAngle = Math.cos(hourAngle);
    double sinDeclination = Math.sin(sun.declination());
    double cosDeclination = Math.cos(sun.declination());
    // Parallax: the observer stands off the earth's centre.
    double parallax = Observer.SIN_PARALLAX / sun.distanceAu();
    double east = -observer.x() * parallax * sinHourAngle;
    double toEquator = cosDeclination - observer.x() * parallax * cosHourAngle;
    double toAxis = Math.sqrt(east * east + toEquator * toEquator);
    double cosShift = toEquator / toAxis;
    double sinShift = east / toAxis;
    double up = (sinDeclination - observer.y() * parallax) * cosShift;
    double norm = Math.sqrt(up * up + toEquator * toEquator);
    double sinTopocentric = up / norm;
    double cosTopocentric = toEquator / norm;
    double cosHour = cosHourAngle * cosShift + sinHourAngle * sinShift;
    double sinHour = sinHourAngle * cosShift - cosHourAngle * sinShift;

    double sinElevation =
        observer.sinLatitude() * sinTopocentric + observer.cosLatitude() * cosTopocentric * cosHour;
    double elevation = Math.toDegrees(Math.asin(Math.max(-1, Math.min(1, sinElevation))));
    double azimuth =
        Math.toDegrees(
                Math.atan2(
                    sinHour * cosTopocentric,
                    cosHour * observer.sinLatitude() * cosTopocentric
                        - sinTopocentric * observer.cosLatitude()))
            + 180;
    double refraction = refractionDeg(elevation, pressurePa, temperatureK, refractionDeg);
    return new SolarPosition(90 - elevation, 90 - elevation - refraction, azimuth);
  }

  /** Degrees that the air lifts the sun; zero once it has set. */
  private static double refractionDeg(
      double elevation, double pressurePa, double temperatureK, double atSunrise) {
    if (elevation < -(0.26667 + atSunrise)) {
      return 0;
    }
    return refractionFactor(pressurePa, temperatureK)
        / (60 * Math.tan(Math.toRadians(elevation + 10.3 / (elevation + 5.11))));
  }

  /** What SPA's cotangent is multiplied by to give the refraction, arc minutes. */
  static double refractionFactor(double pressurePa, double temperatureK) {
    return pressurePa / 101_000 * (283 / (temperatureK - 0.15)) * 1.02;
  }

  /** Elevation without refraction, degrees above the horizon. */
  public double elevationDeg() {
    return 90 - zenithDeg;
  }

  /** Elevation with refraction, degrees above the horizon. */
  public double apparentElevationDeg() {
    return 90 - apparentZenithDeg;
  }
}
