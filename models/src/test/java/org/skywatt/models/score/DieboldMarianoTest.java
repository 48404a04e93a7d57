package org.skywatt.models.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DieboldMarianoTest {
  private static final int N = 40;

  private static double[] losses(boolean first) {
    double[] losses = new double[N];
    for (int i = 0; i < N; i++) {
      losses[i] =
          first
              ? Math.abs(Math.sin(1.3 * i)) + 0.1 * (i % 5)
              : Math.abs(Math.cos(0.7 * i)) + 0.12 * (i % 7);
    }
    return losses;
  }

  /**
   * PyPI's dieboldmariano 1.1.0: {@code dm_test(0, first, second, loss=lambda v, p: p, h=h,
   * variance_estimator='bartlett', harvey_correction=True)}.
   */
  @ParameterizedTest
  @CsvSource({
    "1, -2.0300113190570146, 0.04921618853349689",
    "4, -3.0448736541819037, 0.004157624690225691",
    "10, -3.779081662007621, 0.0005268658681788015"
  })
  void equalsThePeer(int horizon, double statistic, double pValue) {
    DieboldMariano test = DieboldMariano.test(losses(true), losses(false), horizon);
    assertThat(test.statistic()).isCloseTo(statistic, within(1e-9));
    assertThat(test.pValue()).isCloseTo(pValue, within(1e-9));
  }

  @Test
  void equalLossesTellNothing() {
    assertThat(DieboldMariano.test(losses(true), losses(true), 3).pValue()).isNaN();
  }

  @Test
  void aHorizonBeyondTheLossesIsRefused() {
    assertThatThrownBy(() -> DieboldMariano.test(new double[3], new double[3], 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DieboldMariano.test(new double[3], new double[4], 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
