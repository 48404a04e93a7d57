package org.skywatt.green.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IntensityTest {
  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");

  @Test
  void aMixIsTheMeanOfItsFactors() {
    // (820 + 3 × 12) / 4.
    assertThat(
            GenerationMix.gramsPerKwh(
                Map.of(EmissionFactor.COAL, 1.0, EmissionFactor.parse("wind offshore"), 3.0)))
        .isCloseTo(214, within(1e-9));
    assertThat(GenerationMix.gramsPerKwh(Map.of(EmissionFactor.GAS, 0.0))).isNaN();
    assertThatThrownBy(() -> GenerationMix.gramsPerKwh(Map.of(EmissionFactor.GAS, -1.0)))
        .hasMessageContaining("give 0 or more");
    assertThatThrownBy(() -> EmissionFactor.parse("peat")).hasMessageContaining("'peat'");
  }

  @Test
  void windowsAreMeansWithoutGaps() {
    IntensitySeries series =
        new IntensitySeries(
            List.of(point(1, 100), point(0, 200), point(2, 100), point(3, 300), point(5, 10)));
    assertThat(series.mean(START, at(2))).isCloseTo(150, within(1e-9));
    assertThat(series.mean(START.plusSeconds(1800), at(2))).isCloseTo(400 / 3.0, within(1e-9));
    assertThat(series.mean(at(4), at(5))).isNaN();
    List<IntensityPoint> windows = series.windows(Duration.ofHours(2));
    assertThat(windows).hasSize(3);
    assertThat(IntensitySeries.least(windows))
        .containsExactly(new IntensityPoint(at(1), at(3), 100));
    // Less than a step: a part of it.
    assertThat(series.windows(Duration.ofMinutes(10))).hasSize(5);
    assertThat(series.windows(Duration.ofHours(9))).isEmpty();
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> point(0, -1)).hasMessageContaining("must be 0 to 5000");
    assertThatThrownBy(() -> new IntensityPoint(START, START, 5))
        .hasMessageContaining("no stretch");
  }

  private static IntensityPoint point(int hour, double grams) {
    return new IntensityPoint(at(hour), at(hour + 1), grams);
  }

  private static Instant at(int hour) {
    return START.plus(Duration.ofHours(hour));
  }
}
