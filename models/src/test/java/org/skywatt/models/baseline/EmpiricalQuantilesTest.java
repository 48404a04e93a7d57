package org.skywatt.models.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.skywatt.core.forecast.QuantileLevels;

class EmpiricalQuantilesTest {
  /** {@code numpy.quantile} of numpy 2.4.6, default method (linear: Hyndman and Fan's type 7). */
  @Test
  void areThoseOfNumpy() {
    double[] sample = {0.31, 0.02, 0.77, 0.5, 0.5, 0.0, 0.93};
    QuantileLevels levels = QuantileLevels.of(0.01, 0.1, 0.25, 0.5, 0.6, 0.75, 0.9, 0.99);
    double[] numpy = {0.0012, 0.012, 0.165, 0.5, 0.5, 0.635, 0.834, 0.9204};
    assertThat(EmpiricalQuantiles.of(sample, levels)).containsExactly(numpy, within(1e-12));
    assertThat(sample).containsExactly(0.31, 0.02, 0.77, 0.5, 0.5, 0.0, 0.93);
    assertThat(EmpiricalQuantiles.of(new double[] {0.4}, QuantileLevels.of(0.1, 0.9)))
        .containsExactly(0.4, 0.4);
    assertThatThrownBy(() -> EmpiricalQuantiles.of(new double[0], levels))
        .hasMessageContaining("empty sample");
  }

  @Test
  void climatologyKnowsTheHourIfTold() {
    Instant noon = Instant.parse("2026-05-01T12:00:00Z");
    QuantileClimatology byHour = new QuantileClimatology(true);
    QuantileClimatology anyHour = new QuantileClimatology(false);
    for (QuantileClimatology climatology : new QuantileClimatology[] {byHour, anyHour}) {
      climatology.add("a", noon, 1);
      climatology.add("a", noon.plusSeconds(3600), 0);
      climatology.add("a", noon, Double.NaN);
      climatology.add("b", noon, 0.5);
      assertThat(climatology.forecast("c", noon)).isNull();
    }
    assertThat(byHour.forecast("a", noon.plusSeconds(86400))).containsOnly(1);
    assertThat(byHour.forecast("a", noon.minusSeconds(3600))).isNull();
    assertThat(anyHour.forecast("a", noon.minusSeconds(3600))[49]).isEqualTo(0.5);
    assertThat(anyHour.forecast("b", noon)).containsOnly(0.5);
  }
}
