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
  private static final double TURN = 2 * Math.PI;
  private static final int QUANTITIES = 4;
  private static final int COEFFICIENTS = 4;
  private static final int STRIDE = QUANTITIES * COEFFICIENTS;
  private static final double DEGREES = 180 / Math.PI;

  private final double from;
  private final int days;
  private final double[] cubics;

  private SunTable(double from, int days, double[] cubics) {
    this.from = from;
    this.days = days;
    this.cubics = cubics;
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
    double[][] knots = new double[QUANTITIES][days + 3];
    for (int i = 0; i < days + 3; i++) {
      double time = from + (i - 1) * SECONDS_A_DAY;
      GeocentricSun sun = GeocentricSun.at(time);
      double lag = (sun.siderealTime() - sun.rightAscension()) / TURN - time / SECONDS_A_DAY;
      double previous = i == 0 ? 0 : knots[0][i - 1];
      knots[0][i] = lag - Math.rint(lag - previous);
      knots[1][i] = Math.sin(sun.declination());
      knots[2][i] = Math.cos(sun.declination());
      knots[3][i] = Observer.SIN_PARALLAX / sun.distanceAu();
    }
    double[] cubics = new double[days * STRIDE];
    for (int day = 0; day < days; day++) {
      for (int q = 0; q < QUANTITIES; q++) {
        cubic(knots[q], day, cubics, day * STRIDE + q * COEFFICIENTS);
      }
    }
    return new SunTable(from, days, cubics);
  }

  /** Lagrange's cubic through four knots, by powers of the time since the second, in days. */
  private static void cubic(double[] knots, int first, double[] to, int at) {
    double a = knots[first];
    double b = knots[first + 1];
    double c = knots[first + 2];
    double d = knots[first + 3];
    to[at] = b;
    to[at + 1] = c - a / 3 - b / 2 - d / 6;
    to[at + 2] = (a + c) / 2 - b;
    to[at + 3] = (d - a) / 6 + (b - c) / 2;
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
    double east = observer.longitude() / TURN;
    double refraction =
        SolarPosition.refractionFactor(
            StandardAtmosphere.pressurePa(location.elevationM()),
            SolarPosition.TYPICAL_TEMPERATURE_K);
    for (int i = 0; i < count; i++) {
      double time = epochSeconds[i];
      double sinceFrom = (time - from) / SECONDS_A_DAY;
      if (!(sinceFrom >= 0 && sinceFrom < days)) {
        throw new IllegalArgumentException(
            "time " + time + " s is outside the table of the sun, " + days + " days from " + from);
      }
      int day = (int) sinceFrom;
      double u = sinceFrom - day;
      int at = day * STRIDE;
      double hourAngle = value(at, u) + time / SECONDS_A_DAY + east;
      double sinDeclination = value(at + COEFFICIENTS, u);
      double cosDeclination = value(at + 2 * COEFFICIENTS, u);
      double parallax = value(at + 3 * COEFFICIENTS, u);
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

  private double value(int at, double u) {
    return cubics[at] + u * (cubics[at + 1] + u * (cubics[at + 2] + u * cubics[at + 3]));
  }

  private static double refractionDeg(double elevation, double factor) {
    if (elevation < SolarPosition.REFRACTED_FROM_DEG) {
      return 0;
    }
    double turns = (elevation + 10.3 / (elevation + 5.11)) / 360;
    return factor * FastCosine.ofTurns(turns) / (60 * FastCosine.sineOfTurns(turns));
  }
}
