package org.skywatt.core.solar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.skywatt.core.site.Location;

/**
 * Sunrise, transit and sunset of one solar day.
 *
 * <p>Source: NREL/TP-560-34302 (Reda and Andreas, revised 2008), appendix A.2, with its sun height
 * of −0.8333° seen from the earth's centre. Its one correction step is repeated until it converges,
 * with the sun computed anew each time instead of interpolated between days: within a second of the
 * paper at middle latitudes, and still right where the sun grazes the horizon.
 *
 * @param sunrise absent when the sun does not cross the horizon that day
 * @param transit when the sun crosses the meridian
 * @param sunset absent when the sun does not cross the horizon that day
 */
public record SunTimes(Optional<Instant> sunrise, Instant transit, Optional<Instant> sunset) {
  private static final double SUN_HEIGHT = Math.toRadians(-0.8333);
  private static final double TURN = 2 * Math.PI;
  private static final double SECONDS_A_DAY = 86_400;
  private static final double SIDEREAL_RATE = Math.toRadians(360.985647) / SECONDS_A_DAY;
  private static final double CONVERGED_SECONDS = 0.01;
  private static final int MAX_STEPS = 20;

  /**
   * The sun's times on the calendar day {@code date} at the place: the day whose transit is nearest
   * to noon of local mean solar time. Elevation above the sea plays no part.
   */
  public static SunTimes on(LocalDate date, Location location) {
    return on(noon(date, location), location, GeocentricSun::at);
  }

  /**
   * As {@link #on} for {@code days} days from {@code first}, in order, to a hundredth of a second
   * and at a third of the cost a day.
   */
  public static List<SunTimes> list(LocalDate first, int days, Location location) {
    double noon = noon(first, location);
    SunPath path = SunPath.over(noon - SECONDS_A_DAY, noon + days * SECONDS_A_DAY);
    List<SunTimes> times = new ArrayList<>(days);
    for (int day = 0; day < days; day++) {
      times.add(on(noon + day * SECONDS_A_DAY, location, path::at));
    }
    return times;
  }

  /** Noon of local mean solar time, seconds since 1970-01-01T00:00Z. */
  private static double noon(LocalDate date, Location location) {
    return date.atStartOfDay().toEpochSecond(ZoneOffset.UTC)
        + SECONDS_A_DAY * (0.5 - location.longitude() / 360);
  }

  private static SunTimes on(double noon, Location location, DoubleFunction<GeocentricSun> suns) {
    double longitude = Math.toRadians(location.longitude());
    double transit = noon;
    for (double step = 1; Math.abs(step) > CONVERGED_SECONDS; ) {
      step = -hourAngle(suns.apply(transit), longitude) / SIDEREAL_RATE;
      transit += step;
    }
    double latitude = Math.toRadians(location.latitude());
    return new SunTimes(
        crossing(transit, -1, latitude, longitude, suns),
        instant(transit),
        crossing(transit, 1, latitude, longitude, suns));
  }

  /** When the sun's height passes −0.8333° before (sign −1) or after (1) transit. */
  private static Optional<Instant> crossing(
      double transit,
      int sign,
      double latitude,
      double longitude,
      DoubleFunction<GeocentricSun> suns) {
    double time = transit;
    for (int i = 0; i < MAX_STEPS; i++) {
      GeocentricSun sun = suns.apply(time);
      double cosHourAngle =
          (Math.sin(SUN_HEIGHT) - Math.sin(latitude) * Math.sin(sun.declination()))
              / (Math.cos(latitude) * Math.cos(sun.declination()));
      if (!(Math.abs(cosHourAngle) <= 1)) {
        return Optional.empty();
      }
      double error = sign * Math.acos(cosHourAngle) - hourAngleSince(transit, time, sun, longitude);
      double step = error / SIDEREAL_RATE;
      time += step;
      if (Math.abs(step) < CONVERGED_SECONDS) {
        return Optional.of(instant(time));
      }
    }
    return Optional.empty();
  }

  /** The hour angle, −π to π, unwrapped so that it runs through zero at transit. */
  private static double hourAngleSince(
      double transit, double time, GeocentricSun sun, double longitude) {
    double expected = (time - transit) * TURN / SECONDS_A_DAY;
    return expected + Math.IEEEremainder(hourAngle(sun, longitude) - expected, TURN);
  }

  private static double hourAngle(GeocentricSun sun, double longitude) {
    return Math.IEEEremainder(sun.siderealTime() + longitude - sun.rightAscension(), TURN);
  }

  private static Instant instant(double epochSeconds) {
    return Instant.ofEpochMilli(Math.round(epochSeconds * 1000));
  }
}
