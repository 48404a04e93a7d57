package org.skywatt.serving.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.skywatt.core.forecast.QuantileLevels;

class PowerCapTest {
  @Test
  void theLeastLimitHoldsForItsPartOfAStep() {
    PowerCap cap =
        new PowerCap(
            List.of(
                new PowerCap.Limit(900, Long.MAX_VALUE, 50), new PowerCap.Limit(1350, 1800, 0)));
    assertThat(cap.fraction(0, 900, 100)).isEqualTo(1);
    // A quarter of an hour at 100 kW, half of one at 50 kW, half of one at nothing.
    assertThat(cap.fraction(0, 1800, 100)).isCloseTo((900 * 1 + 450 * 0.5) / 1800, within(1e-12));
    assertThat(cap.fraction(1800, 3600, 100)).isEqualTo(0.5);
    assertThat(cap.fraction(1800, 3600, 40)).isEqualTo(1);
    assertThat(PowerCap.NONE.fraction(0, 1800, 100)).isEqualTo(1);
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
