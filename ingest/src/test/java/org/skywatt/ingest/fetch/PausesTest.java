package org.skywatt.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PausesTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);

  private static Pauses pauses(double draw) {
    return new Pauses(FetchSettings.DEFAULT, NOON, () -> draw);
  }

  @Test
  void theyDoubleUpToALimitAndAreDrawnBelowIt() {
    assertThat(pauses(1).next(1, Optional.empty())).isEqualTo(Duration.ofMillis(500));
    assertThat(pauses(1).next(4, Optional.empty())).isEqualTo(Duration.ofSeconds(4));
    assertThat(pauses(1).next(30, Optional.empty())).isEqualTo(Duration.ofMinutes(2));
    assertThat(pauses(0.25).next(4, Optional.empty())).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void theServersWishCountsInSecondsOrAsADate() {
    assertThat(pauses(0).next(1, Optional.of("30"))).isEqualTo(Duration.ofSeconds(30));
    assertThat(pauses(0).next(1, Optional.of("Mon, 1 Jun 2026 12:00:20 GMT")))
        .isEqualTo(Duration.ofSeconds(20));
    assertThat(pauses(0).next(1, Optional.of("999999999"))).isEqualTo(Duration.ofMinutes(2));
    assertThat(pauses(1).next(1, Optional.of("Mon, 1 Jun 2026 11:00:00 GMT")))
        .isEqualTo(Duration.ofMillis(500));
    assertThat(pauses(1).next(1, Optional.of("soon"))).isEqualTo(Duration.ofMillis(500));
  }
}
