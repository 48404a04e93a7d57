package org.skywatt.models.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FootprintTest {
  private static final Grid GRID = new Grid("test", 360);

  /** Counted by hand: 1,000 forecasts of 36 mJ are 36 J, which are 10 mWh. */
  @Test
  void everyConventionIsCountedByHand() {
    double[] runs = {0.030, 0.036, 0.042};
    Footprint footprint = Footprint.of(runs, 500, 6, 10_000, 0.036, 0.36, GRID);
    assertThat(footprint.exampleJoules()).isCloseTo(0.036, within(1e-15));
    assertThat(footprint.edhJoules()).isCloseTo(108, within(1e-9));
    assertThat(footprint.runs()).isEqualTo(3);
    assertThat(footprint.whPer1000()).isCloseTo(0.01, within(1e-12));
    assertThat(footprint.whPer1000Lowest()).isCloseTo(30 / 3600.0, within(1e-12));
    assertThat(footprint.whPer1000Highest()).isCloseTo(42 / 3600.0, within(1e-12));
    assertThat(footprint.trainingGrams()).isCloseTo(1, within(1e-12)); // 10 kJ of 3.6 MJ x 360 g
    assertThat(footprint.gramsPer1000()).isCloseTo(0.0036, within(1e-12));
    // 36 J at 7 W are 5.143 core-seconds of 4.0366e9 that share 1,000 kg
    assertThat(footprint.sciGramsPer1000()).isCloseTo(0.0036 + 0.0012741, within(1e-6));
    assertThat(footprint.stars()).isEqualTo(2);
    assertThat(footprint.starsLinear()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({"1e-9, 5", "1e-5, 5", "1.1e-5, 4", "1e-4, 4", "1e-3, 3", "0.01, 2", "0.1, 1", "9, 1"})
  void aStarLessForEveryTenTimesAsMuch(double wh, int stars) {
    assertThat(Footprint.stars(wh)).isEqualTo(stars);
  }

  @ParameterizedTest
  @CsvSource({"10, 5", "11.9, 5", "12, 4", "15, 3", "16, 2", "18.1, 1", "20, 1", "25, 1", "5, 5"})
  void fifthsOfTheRange(double value, int stars) {
    assertThat(Footprint.starsLinear(value, 10, 20)).isEqualTo(stars);
    assertThat(Footprint.starsLinear(value, 10, 10)).isNull();
  }

  @Test
  void aGridThatEmitsNoNumberIsRefused() {
    assertThatThrownBy(() -> new Grid("x", Double.NaN)).hasMessage("a grid emits NaN g a kWh");
    assertThatThrownBy(() -> new Grid("x", -1)).hasMessageContaining("-1.0 g");
    assertThat(Grid.WORLD.grams(3.6e6)).isEqualTo(436);
  }
}
