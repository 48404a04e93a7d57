package org.skywatt.models.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against integrals done by hand, for the forecast that all power is equally likely. */
class CrpsPartsTest {
  private static final int N = 2000;

  private static double[] uniform() {
    double[] percentiles = new double[99];
    for (int i = 0; i < 99; i++) {
      percentiles[i] = (i + 1) / 100.0;
    }
    return percentiles;
  }

  private static CrpsParts.Parts parts(double power) {
    CrpsParts parts = new CrpsParts();
    for (int i = 0; i < N; i++) {
      parts.add(uniform(), Math.pow((i + 0.5) / N, power));
    }
    return parts.parts();
  }

  @Test
  void aTrueForecastThatTellsNothingIsAllUncertainty() {
    CrpsParts.Parts parts = parts(1);
    assertThat(parts.reliability()).isCloseTo(0, within(1e-6));
    assertThat(parts.resolution()).isCloseTo(0, within(2e-3));
    assertThat(parts.uncertainty()).isCloseTo(1 / 6.0, within(1e-3)); // ∫ x(1 − x)
  }

  @Test
  void aWrongOneAddsTheSquareOfItsError() {
    CrpsParts.Parts parts = parts(2); // outcomes of distribution √x
    assertThat(parts.reliability()).isCloseTo(1 / 30.0, within(1e-3)); // ∫ (√x − x)²
    assertThat(parts.uncertainty()).isCloseTo(1 / 6.0, within(1e-3)); // ∫ √x(1 − √x)
    assertThat(parts.resolution()).isCloseTo(0, within(3e-3));
    assertThat(parts.crps()).isCloseTo(0.2, within(3e-3));
  }

  @Test
  void aPerfectForecastResolvesEverything() {
    CrpsParts parts = new CrpsParts();
    CrpsParts others = new CrpsParts();
    for (int i = 0; i < N; i++) {
      double[] point = new double[99];
      java.util.Arrays.fill(point, (i + 0.5) / N);
      (i % 2 == 0 ? parts : others).add(point, (i + 0.5) / N);
    }
    parts.merge(others);
    assertThat(parts.parts().crps()).isZero();
    assertThat(parts.parts().resolution()).isCloseTo(1 / 6.0, within(1e-3));
  }
}
