package org.skywatt.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantileForecastTest {
  private static final QuantileLevels FIVE = QuantileLevels.of(0.05, 0.25, 0.5, 0.75, 0.95);

  @Property
  void neverCrossesAndNeverLeavesItsBounds(
      @ForAll @Size(5) double[] raw,
      @ForAll @DoubleRange(min = 0, max = 1e6) double bound,
      @ForAll @Scale(3) @DoubleRange(min = 0.001, max = 0.998) double level) {
    QuantileForecast forecast = QuantileForecast.rearranged(FIVE, raw, bound);
    assertThat(forecast.toArray()).isSorted();
    assertThat(forecast.get(0)).isGreaterThanOrEqualTo(0);
    assertThat(forecast.get(4)).isLessThanOrEqualTo(bound);
    assertThat(forecast.mean())
        .isBetween(forecast.get(0) * (1 - 1e-12), forecast.get(4) * (1 + 1e-12));
    assertThat(forecast.at(level + 0.001)).isGreaterThanOrEqualTo(forecast.at(level));
    assertThat(forecast.at(level)).isBetween(forecast.get(0), forecast.get(4));
  }

  @Property
  void manyLevelsAreThoseAskedForOneByOne(
      @ForAll @Size(5) double[] raw,
      @ForAll @Size(9) List<@Scale(3) @DoubleRange(min = 0.001, max = 0.999) Double> levels) {
    QuantileForecast forecast = QuantileForecast.rearranged(FIVE, raw, 1);
    double[] wanted = levels.stream().mapToDouble(Double::doubleValue).toArray();
    double[] one = Arrays.stream(wanted).map(forecast::at).toArray();
    assertThat(forecast.at(wanted)).containsExactly(one);
    Arrays.sort(wanted);
    assertThat(forecast.at(wanted)).containsExactly(Arrays.stream(one).sorted().toArray());
  }

  @Test
  void isLinearBetweenLevelsAndConstantBeyond() {
    double[] raw = {30, 10, 20, 60, 40};
    QuantileForecast forecast = QuantileForecast.rearranged(FIVE, raw, 50);
    assertThat(forecast.toArray()).containsExactly(10, 20, 30, 40, 50);
    assertThat(raw).containsExactly(30, 10, 20, 60, 40);
    for (int i = 0; i < FIVE.size(); i++) {
      assertThat(forecast.at(FIVE.get(i))).isEqualTo(forecast.get(i));
    }
    assertThat(forecast.at(0.3)).isCloseTo(22, within(1e-12));
    assertThat(forecast.at(0.9)).isCloseTo(47.5, within(1e-12));
    assertThat(forecast.at(0.001)).isEqualTo(10);
    assertThat(forecast.at(0.999)).isEqualTo(50);
    // 0.05·10 + 0.2·15 + 0.25·25 + 0.25·35 + 0.2·45 + 0.05·50
    assertThat(forecast.mean()).isCloseTo(30, within(1e-12));
  }

  @Test
  void theMeanOfASkewedForecastIsNotItsMedian() {
    QuantileForecast forecast =
        QuantileForecast.rearranged(QuantileLevels.of(0.25, 0.5, 0.75), new double[] {0, 1, 4}, 9);
    // 0.25·0 + 0.25·0.5 + 0.25·2.5 + 0.25·4
    assertThat(forecast.mean()).isCloseTo(1.75, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "-0.1", "NaN"})
  void levelsOutsideAreRefused(double level) {
    QuantileForecast forecast = QuantileForecast.rearranged(FIVE, new double[5], 1);
    assertThatThrownBy(() -> forecast.at(level)).hasMessageContaining("must be in (0, 1)");
  }

  @Test
  void placesAmongOtherLevelsAreRefused() {
    LevelPlaces places = LevelPlaces.of(QuantileLevels.of(0.1, 0.9), new double[] {0.5});
    QuantileForecast forecast = QuantileForecast.rearranged(FIVE, new double[5], 1);
    assertThatThrownBy(() -> forecast.at(places))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("places among [0.1, 0.9], not among [0.05, 0.25, 0.5, 0.75, 0.95]");
  }

  @Test
  void badEstimatesAreRefused() {
    assertThatThrownBy(() -> QuantileForecast.rearranged(FIVE, new double[4], 1))
        .hasMessage("expected 5 quantiles, got 4");
    assertThatThrownBy(() -> QuantileForecast.rearranged(FIVE, new double[5], -1))
        .hasMessageContaining("upper bound must not be negative");
    assertThatThrownBy(() -> QuantileForecast.rearranged(FIVE, new double[5], Double.NaN))
        .hasMessageContaining("upper bound");
    double[] missing = {0, 0, Double.NaN, 0, 0};
    assertThatThrownBy(() -> QuantileForecast.rearranged(FIVE, missing, 1))
        .hasMessage("quantile 0.5 is NaN");
  }

  @Test
  void levelsStrictlyIncreaseWithinZeroAndOne() {
    assertThat(QuantileLevels.PERCENTILES.size()).isEqualTo(99);
    assertThat(QuantileLevels.PERCENTILES.get(0)).isEqualTo(0.01);
    assertThat(QuantileLevels.PERCENTILES.get(98)).isEqualTo(0.99);
    assertThat(QuantileLevels.of(0.1, 0.9)).isEqualTo(QuantileLevels.of(0.1, 0.9));
    assertThat(QuantileLevels.of(0.1, 0.9)).isNotEqualTo(QuantileLevels.of(0.1, 0.8));
    assertThatThrownBy(() -> QuantileLevels.of()).hasMessageContaining("at least one");
    for (double[] bad :
        new double[][] {{0}, {1}, {0.5, 0.5}, {0.5, 0.4}, {Double.NaN}, {0.5, Double.NaN}}) {
      assertThatThrownBy(() -> QuantileLevels.of(bad)).hasMessageContaining("strictly increase");
    }
  }

  @Test
  void levelsAreNotChangedFromOutside() {
    double[] levels = {0.1, 0.9};
    QuantileLevels held = QuantileLevels.of(levels);
    levels[0] = 0.5;
    held.toArray()[1] = 0.2;
    assertThat(held.toArray()).containsExactly(0.1, 0.9);
  }
}
