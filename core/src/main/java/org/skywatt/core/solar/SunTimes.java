package org.skywatt.core.solar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
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
    double noon =
        date.atStartOfDay().toEpochSecond(ZoneOffset.UTC)
            + SECONDS_A_DAY * (0.5 - location.longitude() / 360);
    double longitude = Math.toRadians(location.longitude());
    double transit = noon;
    for (double step = 1; Math.abs(step) > CONVERGED_SECONDS; ) {
      step = -hourAngle(GeocentricSun.at(transit), longitude) / SIDEREAL_RATE;
      transit += step;
    }
    double latitude = Math.toRadians(location.latitude());
    return new SunTimes(
        crossing(transit, -1, latitude, longitude),
        instant(transit),
        crossing(transit, 1, latitude, longitude));
  }

  /** When the sun's height passes −0.8333° before (sign −1) or after (1) transit. */
  private static Optional<Instant> crossing(
      double transit, int sign, double latitude, double longitude) {
    double time = transit;
    for (int i = 0; i < MAX_STEPS; i++) {
      GeocentricSun sun = GeocentricSun.at(time);
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
