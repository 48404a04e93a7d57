package org.skywatt.core.solar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Mount;
import org.skywatt.core.time.Interval;

class IntervalSunTest {
  private static Interval from(String start, double hours) {
    Instant instant = Instant.parse(start);
    return new Interval(instant, instant.plusSeconds(Math.round(hours * 3600)));
  }

  /** Means of pvlib 0.16.1 over samples one second apart (ineichen, haydavies, singleaxis). */
  @ParameterizedTest
  @CsvSource({
    "2013-04-10T00:00:00Z, 1, -35.4, 149.1, 595, 3, 36, 38, 0.6569055420571178, 664.0272938797733, 976.29801761194, 781.6027184929782",
    "2013-04-10T20:00:00Z, 1, -35.4, 149.1, 595, 3, 36, 38, 0.028947658331943172, 8.650713901138792, 39.19172124295783, 19.014472961878777",
    "2013-04-10T07:00:00Z, 1, -35.4, 149.1, 595, 3, 36, 38, 0.05066074770358998, 19.419069498718084, 5.442998357190209, 45.05511799266696",
    "2021-06-21T11:45:00Z, 0.25, 52.5, 13.4, 40, 3, 30, 180, 0.8636003829186464, 867.6049981777438, 993.386623171265, 886.3534203550931",
    "2021-06-21T00:00:00Z, 24, 69.6, 18.9, 10, 2.5, 40, 180, 0.3728008979443171, 340.50236685507895, 361.55560497950114, 574.7530370711394"
  })
  void meansAgreeWithPvlib(
      String start,
      double hours,
      double latitude,
      double longitude,
      double elevationM,
      double linke,
      double tilt,
      double azimuth,
      double cosZenith,
      double ghi,
      double fixed,
      double tracked) {
    Location location = new Location(latitude, longitude, elevationM);
    IntervalSun sun = IntervalSun.over(from(start, hours));

    assertThat(sun.meanCosZenith(location)).isCloseTo(cosZenith, within(2e-4));
    assertThat(sun.meanClearSkyGhiWm2(location, linke)).isCloseTo(ghi, within(0.2));
    assertThat(sun.meanClearSky(location, new Mount.Fixed(tilt, azimuth), linke).planeWm2())
        .isCloseTo(fixed, within(0.2));
    assertThat(
            sun.meanClearSky(location, new Mount.SingleAxisTracker(0, 60, 0.35), linke).planeWm2())
        .isCloseTo(tracked, within(0.2));
  }

  @Property(tries = 200)
  void nightIsWhatFineSamplingSees(
      @ForAll @LongRange(min = 0, max = 2_000_000_000L) long start,
      @ForAll @IntRange(min = 5, max = 1440) int minutes,
      @ForAll @DoubleRange(min = -90, max = 90) double latitude,
      @ForAll @DoubleRange(min = -180, max = 180) double longitude) {
    Interval interval =
        Interval.endingAt(Instant.ofEpochSecond(start), Duration.ofMinutes(minutes));
    Location location = new Location(latitude, longitude, 0);
    double highest = -90;
    for (long t = start - minutes * 60L; t <= start; t += 60) {
      SolarPosition position = SolarPosition.of(Instant.ofEpochSecond(t), location);
      highest = Math.max(highest, position.elevationDeg());
    }
    // Near the zenith elevation has a kink; below 60° one-minute samples miss at most 0.00028°.
    Assume.that(highest < 60);
    IntervalSun sun = IntervalSun.over(interval);
    assertThat(sun.staysBelow(location, highest - 1e-5)).isFalse();
    assertThat(sun.staysBelow(location, highest + 3e-4)).isTrue();
    assertThat(sun.isNight(location))
        .isEqualTo(sun.staysBelow(location, SolarPosition.SUNRISE_ELEVATION_DEG));
  }

  @Test
  void aSunThatOnlyPeeksOverTheHorizonBetweenTheEndsIsNotNight() {
    // Around noon in Tromsø a week before the sun returns the ends and the middle differ by little.
    Location location = new Location(68.6, 18.9, 0);
    Interval noon = from("2021-01-05T09:50:00Z", 2);
    SunTimes times = SunTimes.on(LocalDate.of(2021, 1, 5), location);
    double highest = SolarPosition.of(times.transit(), location).elevationDeg();
    double ends = SolarPosition.of(noon.end(), location).elevationDeg();
    double between = (highest + ends) / 2;
    assertThat(ends).isLessThan(between);
    assertThat(IntervalSun.over(noon).staysBelow(location, between)).isFalse();
  }

  @Test
  void meansAreZeroAtNight() {
    Location location = new Location(52.5, 13.4, 40);
    IntervalSun sun = IntervalSun.over(from("2021-06-21T22:30:00Z", 1));
    assertThat(sun.isNight(location)).isTrue();
    assertThat(sun.meanCosZenith(location)).isZero();
    assertThat(sun.meanClearSkyGhiWm2(location, 3)).isZero();
    assertThat(sun.meanClearSky(location, new Mount.Fixed(30, 180), 3).planeWm2()).isZero();
    assertThat(sun.meanClearSky(location, new Mount.SingleAxisTracker(0, 60, 0.4), 3).planeWm2())
        .isZero();
  }
}
