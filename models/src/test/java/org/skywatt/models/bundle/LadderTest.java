package org.skywatt.models.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {
  private static Ladder.Rung rung(String size, double change, double upper) {
    return new Ladder.Rung(
        "solar-" + size, size, 1, 1, 0.02, change, change - 0.01, upper, 1, 1, 1, 0, 0);
  }

  /** It is not enough to be nearly as good on average: so must 95% of the draws of days say. */
  @ParameterizedTest
  @CsvSource({
    "0.005, 0.02, 0.03, 0.05, nano",
    "0.005, 0.021, 0.01, 0.015, small",
    "-0.5, 0.5, 0.01, 0.03, full",
    "NaN, NaN, 0.01, NaN, full",
  })
  void theSmallestThatIsSurelyGoodEnoughIsChosen(
      double nano, double nanoUpper, double small, double smallUpper, String chosen) {
    Ladder ladder =
        Ladder.of(
            12,
            1,
            1,
            List.of(
                rung("nano", nano, nanoUpper),
                rung("small", small, smallUpper),
                rung("full", 0, 0)));
    assertThat(ladder.chosen()).isEqualTo("solar-" + chosen);
    assertThat(ladder.get(ladder.chosen()).size()).isEqualTo(chosen);
    assertThatThrownBy(() -> ladder.get("wind")).hasMessage("no rung is of wind");
  }
}
