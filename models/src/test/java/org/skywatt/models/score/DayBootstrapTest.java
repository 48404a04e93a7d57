package org.skywatt.models.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DayBootstrapTest {
  /** Days of independent losses: the interval is that of the normal distribution, ±1.96 σ/√n. */
  @Test
  void theIntervalOfIndependentDaysIsTheNormalOne() {
    int days = 400;
    Random random = new Random(3);
    double[] loss = new double[days];
    long[] count = new long[days];
    long[] day = new long[days];
    for (int i = 0; i < days; i++) {
      count[i] = 10;
      loss[i] = 10 * (1 + 0.2 * random.nextGaussian());
      day[i] = i;
    }
    DayBootstrap result = DayBootstrap.of(loss, count, day);
    assertThat(result.days()).isEqualTo(days);
    assertThat(result.mean()).isCloseTo(Arrays.stream(loss).sum() / 4000, within(1e-12));
    assertThat(result.upper() - result.mean()).isCloseTo(1.96 * 0.2 / 20, within(0.003));
    assertThat(result.mean() - result.lower()).isCloseTo(1.96 * 0.2 / 20, within(0.003));
  }

  /** Ten losses of one day are one draw, not ten. */
  @Test
  void lossesOfOneDayHangTogether() {
    double[] loss = {1, 1, 1, 3, 3, 3};
    long[] count = {1, 1, 1, 1, 1, 1};
    DayBootstrap result = DayBootstrap.of(loss, count, new long[] {1, 1, 1, 2, 2, 2});
    assertThat(result.mean()).isEqualTo(2);
    assertThat(result.lower()).isEqualTo(1);
    assertThat(result.upper()).isEqualTo(3);
    assertThatThrownBy(() -> DayBootstrap.of(new double[0], new long[0], new long[0]))
        .hasMessage("0 losses of 0 days");
  }
}
