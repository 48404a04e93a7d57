package org.skywatt.core.solar;

import org.skywatt.core.site.Location;

/**
 * The sun over a span of time, for very many positions: exact SPA once a day at the earth's centre,
 * cubics between, then the observer's geometry in full with polynomial angles. Times may come in
 * any order and one table serves any number of places. Immutable.
 *
 * <p>Error against {@link SolarPosition} over 1950 to 2050 and all latitudes: below 3e-6° in zenith
 * and in azimuth along the sky (azimuth times the sine of the zenith angle). A position costs about
 * 0.1 µs, a day of the table one position of full SPA.
 */
public final class SunTable {
  private static final double SECONDS_A_DAY = 86_400;
  private static final double DAYS_A_SECOND = 1 / SECONDS_A_DAY;
  private static final double SIXTH = 1 / 6.0;
  private static final double TURN = 2 * Math.PI;
  private static final int QUANTITIES = 4;
  private static final double TURNS_A_DEGREE = 1 / 360.0;
  private static final double DEGREES = 180 / Math.PI;

  private final double from;
  private final int days;

  /** By day, from the one before the span; small, so that a century stays near the processor. */
  private final double[] knots;

  private SunTable(double from, int days, double[] knots) {
    this.from = from;
    this.days = days;
    this.knots = knots;
  }

  /**
   * A table over [{@code from}, {@code to}], seconds since 1970-01-01T00:00Z; delta T by {@link
   * DeltaT}.
   *
   * @throws IllegalArgumentException if {@code to} is before {@code from}, one is NaN, or a day
   *     that is needed (one before and two after the span) lies outside 1941 to 2149
   */
  public static SunTable over(double from, double to) {
    if (!(from <= to)) {
      throw new IllegalArgumentException(
          "a table of the sun cannot run from " + from + " to " + to);
    }
    int days = (int) Math.floor((to - from) / SECONDS_A_DAY) + 1;
    double[] knots = new double[QUANTITIES * (days + 3)];
    double previous = 0;
    for (int i = 0; i < days + 3; i++) {
      double time = from + (i - 1) * SECONDS_A_DAY;
      GeocentricSun sun = GeocentricSun.at(time);
      double lag = (sun.siderealTime() - sun.rightAscension()) / TURN - time / SECONDS_A_DAY;
      previous = lag - Math.rint(lag - previous);
      knots[QUANTITIES * i] = previous;
      knots[QUANTITIES * i + 1] = Math.sin(sun.declination());
      knots[QUANTITIES * i + 2] = Math.cos(sun.declination());
      knots[QUANTITIES * i + 3] = Observer.SIN_PARALLAX / sun.distanceAu();
    }
    return new SunTable(from, days, knots);
  }

  /**
   * Positions at {@code epochSeconds} seen from {@code location}, refracted by the standard
   * atmosphere at {@link SolarPosition#TYPICAL_TEMPERATURE_K}.
   *
   * @throws IllegalArgumentException if a time is NaN or outside the table
   */
  public SolarPositions positions(double[] epochSeconds, Location location) {
    int count = epochSeconds.length;
    double[] zenith = new double[count];
    double[] apparentZenith = new double[count];
    double[] azimuth = new double[count];
    Observer observer = Observer.at(location);
    double sinLatitude = observer.sinLatitude();
    double cosLatitude = observer.cosLatitude();
    double east = observer.longitude() / TURN + from / SECONDS_A_DAY;
    double refraction =
        SolarPosition.refractionFactor(
            StandardAtmosphere.pressurePa(location.elevationM()),
            SolarPosition.TYPICAL_TEMPERATURE_K);
    for (int i = 0; i < count; i++) {
      double time = epochSeconds[i];
      double sinceFrom = (time - from) * DAYS_A_SECOND;
      if (!(sinceFrom >= 0 && sinceFrom < days)) {
        throw new IllegalArgumentException(
            "time " + time + " s is outside the table of the sun, " + days + " days from " + from);
      }
      int day = (int) sinceFrom;
      double u = sinceFrom - day;
      int at = day * QUANTITIES;
      // Weights of Lagrange's cubic through the knots of the day before to two days after.
      double inner = u * (u - 1);
      double outer = (u + 1) * (u - 2);
      double a = -SIXTH * inner * (u - 2);
      double b = 0.5 * outer * (u - 1);
      double c = -0.5 * outer * u;
      double d = SIXTH * inner * (u + 1);
      double hourAngle = value(at, a, b, c, d) + sinceFrom + east;
      double sinDeclination = value(at + 1, a, b, c, d);
      double cosDeclination = value(at + 2, a, b, c, d);
      double parallax = value(at + 3, a, b, c, d);
      // The vector from the observer to the sun: to the meridian, to the west, along the axis.
      double meridian = cosDeclination * FastCosine.ofTurns(hourAngle) - observer.x() * parallax;
      double west = cosDeclination * FastCosine.sineOfTurns(hourAngle);
      double axis = sinDeclination - observer.y() * parallax;
      double up = sinLatitude * axis + cosLatitude * meridian;
      double south = sinLatitude * meridian - cosLatitude * axis;
      double elevation = DEGREES * FastAngle.atan2(up, Math.sqrt(south * south + west * west));
      zenith[i] = 90 - elevation;
      apparentZenith[i] = zenith[i] - refractionDeg(elevation, refraction);
      azimuth[i] = DEGREES * FastAngle.atan2(west, south) + 180;
    }
    return new SolarPositions(zenith, apparentZenith, azimuth);
  }

  private double value(int at, double a, double b, double c, double d) {
    return a * knots[at]
        + b * knots[at + QUANTITIES]
        + c * knots[at + 2 * QUANTITIES]
        + d * knots[at + 3 * QUANTITIES];
  }

  private static double refractionDeg(double elevation, double factor) {
    if (elevation < SolarPosition.REFRACTED_FROM_DEG) {
      return 0;
    }
    double turns = (elevation + 10.3 / (elevation + 5.11)) * TURNS_A_DEGREE;
    return factor * FastCosine.ofTurns(turns) / (60 * FastCosine.sineOfTurns(turns));
  }
}
