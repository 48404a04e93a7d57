package org.skywatt.models.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PairedBootstrapTest {
  private static final int DAYS = 60;
  private static final int A_DAY = 24;

  private static final long[] DAY = new long[DAYS * A_DAY];
  private static final long[] ONES = new long[DAY.length];

  static {
    for (int i = 0; i < DAY.length; i++) {
      DAY[i] = i / A_DAY;
      ONES[i] = 1;
    }
  }

  @Test
  void aConstantRatioIsSure() {
    Random random = new Random(1);
    double[] first = random.doubles(DAY.length).toArray();
    double[] second = new double[first.length];
    for (int i = 0; i < first.length; i++) {
      second[i] = 1.1 * first[i];
    }
    PairedBootstrap pair = PairedBootstrap.of(first, second, ONES, DAY);
    assertThat(pair.change()).isCloseTo(0.1, within(1e-12));
    assertThat(pair.lower()).isCloseTo(0.1, within(1e-12));
    assertThat(pair.upper()).isCloseTo(0.1, within(1e-12));
    assertThat(pair.days()).isEqualTo(DAYS);
  }

  /** Losses that go wrong by whole days: the interval is that of 60 draws, not of 1440. */
  @Test
  void daysAreDrawnAsAWhole() {
    Random random = new Random(2);
    double[] first = new double[DAY.length];
    double[] second = new double[DAY.length];
    double[] ofDay = new double[DAYS];
    for (int day = 0; day < DAYS; day++) {
      ofDay[day] = random.nextGaussian();
    }
    for (int i = 0; i < DAY.length; i++) {
      first[i] = 10;
      second[i] = 10 + ofDay[(int) DAY[i]];
    }
    PairedBootstrap pair = PairedBootstrap.of(first, second, ONES, DAY);
    double variance = 0;
    double mean = 0;
    for (double each : ofDay) {
      mean += each / DAYS;
    }
    for (double each : ofDay) {
      variance += (each - mean) * (each - mean) / DAYS;
    }
    double expected = 2 * 1.96 * Math.sqrt(variance / DAYS) / 10;
    assertThat(pair.upper() - pair.lower()).isCloseTo(expected, within(0.1 * expected));
  }

  @Test
  void nothingToCompareIsRefused() {
    assertThatThrownBy(
            () -> PairedBootstrap.of(new double[0], new double[0], new long[0], new long[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> PairedBootstrap.of(new double[1], new double[2], new long[1], new long[1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 and 2 losses");
  }
}
