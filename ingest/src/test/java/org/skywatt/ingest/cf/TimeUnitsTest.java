package org.skywatt.ingest.cf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden dates are those of cftime 1.6 ({@code num2date}). */
class TimeUnitsTest {
  @ParameterizedTest
  @CsvSource({
    "hours since 1-1-1 00:00:0.0, standard, 17769888, 2028-03-05T00:00:00Z",
    "days since 0001-01-01, proleptic_gregorian, 738000.25, 2021-07-30T06:00:00Z",
    "days since 1850-01-01, noleap, 63875.5, 2025-01-01T12:00:00Z",
    "days since 1850-01-01, 365_day, 60000, 2014-05-21T00:00:00Z",
    "days since 2000-01-01, 360_day, 8850.5, 2024-08-01T12:00:00Z",
    "days since 2000-01-01, all_leap, 8800, 2024-01-17T00:00:00Z",
    "hours since 1970-01-01 00:00 +01:00, gregorian, 477000, 2024-05-31T23:00:00Z",
    "seconds since 2000-01-01 12:00:00, '', 606521155.337996, 2019-03-22T10:05:55.338Z",
    "Hour since 2009-07-30T00:00:00Z, proleptic_gregorian, 12, 2009-07-30T12:00:00Z",
    "nanoseconds since 1970-01-01, proleptic_gregorian, 1578160800e9, 2020-01-04T18:00:00Z",
    "minutes since 1970-1-1 0:0:0 -0530, standard, 60, 1970-01-01T06:30:00Z",
    "days since 1582-10-04, standard, 1, 1582-10-15T00:00:00Z",
    // 14 May of the Julian calendar.
    "days since 2000-01-01, julian, 8900, 2024-05-27T00:00:00Z"
  })
  void givesTheMoment(String units, String calendar, double value, Instant expected)
      throws CfException {
    assertThat(TimeUnits.parse(units, calendar).instant(value)).isEqualTo(expected);
  }

  @Test
  void refusesDatesThatTheWorldDoesNotHave() throws CfException {
    TimeUnits units = TimeUnits.parse("days since 2000-01-01", "360_day");
    assertThatThrownBy(() -> units.instant(59)).hasMessageContaining("2000-2-30");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "months since 2000-01-01",
        "days since yesterday",
        "days since 2000-13-01",
        "days since 2000-01-01 00:00 +99:00",
        "days",
        ""
      })
  void refusesUnitsOfNoFixedMeaning(String units) {
    assertThatThrownBy(() -> TimeUnits.parse(units, "")).isInstanceOf(CfException.class);
  }

  @Test
  void refusesWhatIsMissingOrFarAway() throws CfException {
    TimeUnits units = TimeUnits.parse("days since 2000-01-01", "");
    assertThatThrownBy(() -> units.instant(Double.NaN)).hasMessageContaining("missing");
    assertThatThrownBy(() -> units.instant(1e30)).hasMessageContaining("too far");
    assertThatThrownBy(() -> TimeUnits.parse("days since 2000-01-01", "mayan"))
        .hasMessageContaining("mayan");
  }

  @Test
  void readsPeriods() throws CfException {
    assertThat(TimeUnits.duration(1.5, "hours")).isEqualTo(Duration.ofMinutes(90));
  }
}
