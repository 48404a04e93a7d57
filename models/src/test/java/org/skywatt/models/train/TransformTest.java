package org.skywatt.models.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.core.forecast.QuantileForecast;
import org.skywatt.core.forecast.QuantileLevels;

class TransformTest {
  private static final QuantileLevels FOUR = QuantileLevels.of(0.2, 0.4, 0.6, 0.8);

  /** Two of four quantiles lie at zero: an outcome of zero meets all levels from 0 to 0.4. */
  @ParameterizedTest
  @CsvSource({"0, 0.2", "0.1, 0.5", "0.2, 0.6", "0.3, 0.7", "0.4, 0.9", "0.5, 1"})
  void isTheLevelAtWhichTheOutcomeIsMet(double observed, double level) {
    QuantileForecast forecast = QuantileForecast.rearranged(FOUR, new double[] {0, 0, 0.2, 0.4}, 1);
    assertThat(Transform.level(forecast, observed)).isCloseTo(level, within(1e-12));
  }

  @Property
  void isTheInverseOfTheQuantiles(@ForAll @DoubleRange(min = 0.21, max = 0.79) double level) {
    QuantileForecast forecast =
        QuantileForecast.rearranged(FOUR, new double[] {0.1, 0.2, 0.6, 0.7}, 1);
    assertThat(Transform.level(forecast, forecast.at(level))).isCloseTo(level, within(1e-12));
  }

  @Test
  void tailsReachAsFarAsTheOutermostTwoAreApart() {
    QuantileLevels learned = QuantileLevels.of(0.1, 0.5, 0.9);
    QuantileForecast forecast = new Tails(learned).added(new float[] {0.375f, 0.5f, 0.75f});
    assertThat(forecast.levels()).isEqualTo(QuantileLevels.of(0.001, 0.1, 0.5, 0.9, 0.999));
    assertThat(forecast.toArray()).containsExactly(0.25, 0.375, 0.5, 0.75, 1);
    forecast = new Tails(learned).added(new float[] {0.125f, 0.5f, 0.875f});
    assertThat(forecast.toArray()).containsExactly(0, 0.125, 0.5, 0.875, 1);
  }

  @Test
  void whatWasLearnedIsSortedAndBounded() {
    QuantileForecast forecast =
        new Tails(QuantileLevels.of(0.1, 0.5, 0.9)).added(new float[] {1.5f, -0.25f, 0.5f});
    assertThat(forecast.toArray()).containsExactly(0, 0, 0.5, 1, 1);
  }
}
