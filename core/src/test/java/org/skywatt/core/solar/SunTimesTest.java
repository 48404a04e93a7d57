package org.skywatt.core.solar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.core.site.Location;

class SunTimesTest {
  /** The examples of the SPA report at 35° S. */
  @ParameterizedTest
  @CsvSource({
    "1996-07-05, 07:08:15, 12:04:36, 17:01:04",
    "2004-12-04, 04:38:57, 11:50:22, 19:02:03"
  })
  void reproducesTheSpaReport(LocalDate date, String sunrise, String transit, String sunset) {
    SunTimes times = SunTimes.on(date, new Location(-35, 0, 0));
    assertThat(times.sunrise().orElseThrow())
        .isCloseTo(at(date, sunrise), within(1, ChronoUnit.SECONDS));
    assertThat(times.transit()).isCloseTo(at(date, transit), within(1, ChronoUnit.SECONDS));
    assertThat(times.sunset().orElseThrow())
        .isCloseTo(at(date, sunset), within(1, ChronoUnit.SECONDS));
  }

  /**
   * pvlib 0.16.1, spa.transit_sunrise_sunset, where all three fall on one UTC day: elsewhere pvlib
   * wraps the day and errs by up to minutes.
   */
  @ParameterizedTest
  @CsvSource({
    "2020-03-20, 0, 0, 2020-03-20T06:04:04.550Z, 2020-03-20T12:07:20.071Z, 2020-03-20T18:10:35.584Z",
    "2030-09-01, 52.5, 13.4, 2030-09-01T04:17:10.854Z, 2030-09-01T11:06:24.659Z, 2030-09-01T17:54:30.686Z",
  })
  void agreesWithPvlib(
      LocalDate date,
      double latitude,
      double longitude,
      Instant sunrise,
      Instant transit,
      Instant sunset) {
    SunTimes times = SunTimes.on(date, new Location(latitude, longitude, 0));
    assertThat(times.sunrise().orElseThrow()).isCloseTo(sunrise, within(1, ChronoUnit.SECONDS));
    assertThat(times.transit()).isCloseTo(transit, within(1, ChronoUnit.SECONDS));
    assertThat(times.sunset().orElseThrow()).isCloseTo(sunset, within(1, ChronoUnit.SECONDS));
  }

  /** At sunrise and sunset SPA itself, seen from the earth's surface, puts the sun at −0.833°. */
  @ParameterizedTest
  @CsvSource({
    "2020-06-01, 35.7, 139.7",
    "2014-12-21, -35.3, 149.1",
    "1999-08-11, 60.2, -149.9",
    "2024-02-10, 13.75, 100.5",
    "2022-05-08, 69.6, 18.9"
  })
  void theSunIsOnTheHorizonAtBothTimes(LocalDate date, double latitude, double longitude) {
    Location location = new Location(latitude, longitude, 0);
    SunTimes times = SunTimes.on(date, location);
    for (Instant time :
        new Instant[] {times.sunrise().orElseThrow(), times.sunset().orElseThrow()}) {
      // The sun height is defined at the earth's centre: parallax is 0.0024°.
      assertThat(SolarPosition.of(time, location).elevationDeg()).isCloseTo(-0.8333, within(0.003));
    }
    assertThat(times.sunrise().orElseThrow()).isBefore(times.transit());
    assertThat(times.sunset().orElseThrow()).isAfter(times.transit());
    Instant noon = date.atTime(12, 0).toInstant(ZoneOffset.ofTotalSeconds((int) (240 * longitude)));
    assertThat(times.transit()).isCloseTo(noon, within(17, ChronoUnit.MINUTES));
  }

  @ParameterizedTest
  @CsvSource({"2021-06-21", "2021-12-21"})
  void thePolarSunNeitherRisesNorSets(LocalDate date) {
    SunTimes times = SunTimes.on(date, new Location(69.6, 18.9, 0));
    assertThat(times.sunrise()).isEmpty();
    assertThat(times.sunset()).isEmpty();
    assertThat(times.transit()).isBetween(at(date, "10:40:00"), at(date, "10:50:00"));
  }

  private static Instant at(LocalDate date, String time) {
    return Instant.parse(date + "T" + time + "Z");
  }

  @Test
  void aListOfDaysIsTheDaysOneByOne() {
    Location tromso = new Location(69.6, 18.9, 0);
    LocalDate first = LocalDate.parse("2023-12-01");
    List<SunTimes> list = SunTimes.list(first, 60, tromso);
    assertThat(list).hasSize(60);
    for (int day = 0; day < 60; day++) {
      SunTimes one = SunTimes.on(first.plusDays(day), tromso);
      SunTimes other = list.get(day);
      assertThat(other.transit()).isCloseTo(one.transit(), within(20, ChronoUnit.MILLIS));
      assertThat(other.sunrise().isPresent()).isEqualTo(one.sunrise().isPresent());
      if (one.sunrise().isPresent()) {
        assertThat(other.sunrise().get())
            .isCloseTo(one.sunrise().get(), within(1, ChronoUnit.SECONDS));
      }
    }
  }
}
