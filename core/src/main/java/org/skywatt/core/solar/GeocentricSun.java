package org.skywatt.core.solar;

import java.time.Instant;

/**
 * The sun as seen from the centre of the earth: what SPA computes from time alone, and so shared by
 * all sites. Angles in rad.
 *
 * <p>Source: Reda and Andreas, Solar Position Algorithm for Solar Radiation Applications,
 * NREL/TP-560-34302, revised January 2008, sections 3.1 to 3.10 and appendix A.1.
 *
 * @param siderealTime apparent sidereal time at Greenwich, not reduced to a turn
 * @param rightAscension −π to π
 * @param declination −π/2 to π/2
 * @param distanceAu distance from the earth, astronomical units
 * @param equationOfTimeMinutes apparent minus mean solar time, minutes, −20 to 20
 */
public record GeocentricSun(
    double siderealTime,
    double rightAscension,
    double declination,
    double distanceAu,
    double equationOfTimeMinutes) {
  private static final double EPOCH_OF_2000 = 946_728_000;
  private static final double SECONDS_A_DAY = 86_400;
  private static final double ARC_SECOND = Math.toRadians(1.0 / 3600);

  /** The sun at {@code time}, delta T by {@link DeltaT}. */
  public static GeocentricSun at(Instant time) {
    return at(epochSeconds(time));
  }

  /** The sun at seconds since 1970-01-01T00:00Z, delta T by {@link DeltaT}. */
  public static GeocentricSun at(double epochSeconds) {
    return at(epochSeconds, DeltaT.seconds(epochSeconds));
  }

  /**
   * The sun at seconds since 1970-01-01T00:00Z (UT1; UTC differs by less than 0.9 s).
   *
   * @param deltaT terrestrial minus universal time, s
   */
  public static GeocentricSun at(double epochSeconds, double deltaT) {
    double days = (epochSeconds - EPOCH_OF_2000) / SECONDS_A_DAY;
    double century = days / 36525;
    double ephemerisCentury = (days + deltaT / SECONDS_A_DAY) / 36525;
    double millennium = ephemerisCentury / 10;

    double distance = EarthTerms.radius(millennium);
    double latitude = -EarthTerms.latitude(millennium);
    Nutation.Angles nutation = Nutation.at(ephemerisCentury);
    double aberration = -20.4898 * ARC_SECOND / distance;
    double longitude =
        EarthTerms.longitude(millennium) + Math.PI + nutation.longitude() + aberration;
    double obliquity = meanObliquity(millennium / 10) + nutation.obliquity();

    double sinObliquity = Math.sin(obliquity);
    double cosObliquity = Math.cos(obliquity);
    double sinLongitude = Math.sin(longitude);
    double rightAscension =
        Math.atan2(
            sinLongitude * cosObliquity - Math.tan(latitude) * sinObliquity, Math.cos(longitude));
    double declination =
        Math.asin(
            Math.sin(latitude) * cosObliquity + Math.cos(latitude) * sinObliquity * sinLongitude);

    double meanSidereal =
        280.46061837
            + 360.98564736629 * days
            + century * century * (0.000387933 - century / 38_710_000);
    double nutationInRightAscension = nutation.longitude() * cosObliquity;
    double equationOfTime =
        Math.toRadians(meanLongitude(millennium) - 0.0057183)
            - rightAscension
            + nutationInRightAscension;
    return new GeocentricSun(
        Math.toRadians(meanSidereal) + nutationInRightAscension,
        rightAscension,
        declination,
        distance,
        Math.IEEEremainder(equationOfTime, 2 * Math.PI) * (720 / Math.PI));
  }

  static double epochSeconds(Instant time) {
    return time.getEpochSecond() + time.getNano() * 1e-9;
  }

  private static double meanObliquity(double u) {
    double[] c = OBLIQUITY;
    double sum = 0;
    for (int i = c.length - 1; i >= 0; i--) {
      sum = sum * u + c[i];
    }
    return sum * ARC_SECOND;
  }

  /** Arc seconds, by powers of ten millennia. */
  private static final double[] OBLIQUITY = {
    84381.448, -4680.93, -1.55, 1999.25, -51.38, -249.67, -39.05, 7.12, 27.87, 5.79, 2.45
  };

  private static double meanLongitude(double t) {
    return 280.4664567
        + t
            * (360007.6982779
                + t * (0.03032028 + t * (1.0 / 49931 + t * (-1.0 / 15300 - t / 2_000_000))));
  }
}
