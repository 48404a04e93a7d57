package org.skywatt.serving.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolutionTest {
  /** Elexon: 46 and 50 settlement periods; EPEX: 92 and 100 quarter hours. */
  @ParameterizedTest
  @CsvSource({
    "GB, 2026-06-01, 2026-05-31T23:00:00Z, 48",
    "GB, 2026-01-15, 2026-01-15T00:00:00Z, 48",
    "GB, 2026-03-29, 2026-03-29T00:00:00Z, 46",
    "GB, 2026-10-25, 2026-10-24T23:00:00Z, 50",
    "DE, 2026-03-29, 2026-03-28T23:00:00Z, 92",
    "DE, 2026-10-25, 2026-10-24T22:00:00Z, 100",
    "DE, 2026-06-01, 2026-05-31T22:00:00Z, 96",
  })
  void aDayHasItsPeriods(String market, String date, Instant midnight, int periods) {
    Resolution resolution = Resolution.parse("settlement", market);
    long start = midnight.getEpochSecond();
    for (int period = 1; period <= periods; period++) {
      assertThat(resolution.market().date(start)).hasToString(date);
      assertThat(resolution.market().period(start)).isEqualTo(period);
      start += resolution.stepSeconds();
    }
    assertThat(resolution.market().period(start)).isEqualTo(1);
    assertThat(resolution.market().date(start)).isAfter(date);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "settlement, -",
        "settlement, FR",
        "7, -",
        "0, -",
        "-5, -",
        "1441, -",
        "x, -",
        "30, GB",
        "-, GB"
      })
  void othersAreRefused(String resolution, String market) {
    assertThatThrownBy(() -> Resolution.parse(resolution, market))
        .hasMessageContaining("resolution");
  }
}
