package org.skywatt.serving.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skywatt.core.forecast.QuantileLevels;

class PowerCapTest {
  @Test
  void theLeastLimitHoldsForItsPartOfAStep() {
    PowerCap cap =
        new PowerCap(
            List.of(
                new PowerCap.Limit(900, Long.MAX_VALUE, 50, 0, Long.MAX_VALUE),
                new PowerCap.Limit(1350, 1800, 0, 0, Long.MAX_VALUE)));
    assertThat(cap.fraction(0, 900, 100)).isEqualTo(1);
    // A quarter of an hour at 100 kW, half of one at 50 kW, half of one at nothing.
    assertThat(cap.fraction(0, 1800, 100)).isCloseTo((900 * 1 + 450 * 0.5) / 1800, within(1e-12));
    assertThat(cap.fraction(1800, 3600, 100)).isEqualTo(0.5);
    assertThat(cap.fraction(1800, 3600, 40)).isEqualTo(1);
    assertThat(PowerCap.NONE.fraction(0, 1800, 100)).isEqualTo(1);
  }

  @Test
  void onlyLimitsThatWereKnownByThenCount() {
    PowerCap all = new PowerCap(List.of(new PowerCap.Limit(3600, 7200, 0, 1000, 2000)));
    assertThat(all.fraction(3600, 7200, 100)).as("it was taken back").isEqualTo(1);
    assertThat(at(all, 999)).as("not told yet").isEqualTo(1);
    assertThat(at(all, 1000)).isZero();
    assertThat(at(all, 1999)).isZero();
    assertThat(at(all, 2000)).isEqualTo(1);
    // 43 and 44 minutes before 3600 s: 1020 s and 960 s.
    assertThat(all.as(LimitsKnown.ahead(43, 0)).fraction(3600, 7200, 100)).isZero();
    assertThat(all.as(LimitsKnown.ahead(44, 0)).fraction(3600, 7200, 100)).isEqualTo(1);
  }

  @Test
  void partsOfALongerStepCountWhatWasKnownBeforeAllOfIt() {
    PowerCap all = new PowerCap(List.of(new PowerCap.Limit(0, 7200, 0, 2000, Long.MAX_VALUE)));
    // The second half hour of the hour from 3600 s; 43 minutes before are 1020 s and 2820 s.
    assertThat(all.as(LimitsKnown.ahead(43, 3600)).fraction(5400, 7200, 100)).isEqualTo(1);
    assertThat(all.as(LimitsKnown.ahead(43, 0)).fraction(5400, 7200, 100)).isZero();
  }

  @Test
  void nothingIsKnownBeforeTheSecondIsOver() {
    Instant second = Instant.parse("2026-06-01T06:10:00Z");
    assertThat(Caps.secondsAfter(Timestamp.from(second))).isEqualTo(second.getEpochSecond());
    assertThat(Caps.secondsAfter(Timestamp.from(second.plusNanos(1000))))
        .isEqualTo(second.getEpochSecond() + 1);
    assertThat(Caps.secondsAfter(null)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void onlyLimitsThatCountMakeADifference() {
    PowerCap all = new PowerCap(List.of(new PowerCap.Limit(3600, 7200, 0, 1000, 2000)));
    assertThat(all.isFree()).as("it was taken back").isTrue();
    assertThat(all.as(asOf(999))).isEqualTo(all).hasSameHashCodeAs(all);
    assertThat(all.as(asOf(1000)).isFree()).isFalse();
    assertThat(all.as(asOf(1000))).isEqualTo(all.as(asOf(1999))).isNotEqualTo(all);
    assertThat(all.as(LimitsKnown.ahead(1, 0))).isNotEqualTo(all.as(LimitsKnown.ahead(2, 0)));
  }

  private static LimitsKnown asOf(long seconds) {
    return LimitsKnown.at(Instant.ofEpochSecond(seconds));
  }

  private static double at(PowerCap cap, long seconds) {
    return cap.as(asOf(seconds)).fraction(3600, 7200, 100);
  }

  /** Of a uniform U on [0, 1] the expectation of min(U, c) is c − c²/2. */
  @Test
  void theMeanLosesWhatLiesAboveTheLimit() {
    double[] held = QuantileLevels.PERCENTILES.toArray();
    for (double limit : new double[] {0, 0.1, 0.35, 0.8, 1}) {
      assertThat(PowerCap.mean(0.5, QuantileLevels.PERCENTILES, held, limit))
          .isCloseTo(limit - limit * limit / 2, within(2e-3));
    }
  }
}
