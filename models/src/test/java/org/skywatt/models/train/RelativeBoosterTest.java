package org.skywatt.models.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.skywatt.core.run.InputTier;

class RelativeBoosterTest {
  private static final RelativeBooster LEARNER =
      new RelativeBooster(Recipes.SOLAR_NOWCAST.quicker(4), 0, 2);

  /** Power is half of the scale times the weather, which is between 0 and 1. */
  private static List<TrainingRow> rows(float scale, boolean dark) {
    Random random = new Random(7);
    Instant start = Instant.parse("2024-01-01T00:00:00Z");
    List<TrainingRow> rows = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      float weather = random.nextFloat();
      float[] features = {scale, weather};
      Instant end = start.plusSeconds(900L * (i + 1));
      double power = 0.5 * weather * (Float.isNaN(scale) ? 0.8 : scale);
      rows.add(new TrainingRow("a", start, end, InputTier.FULL, dark, features, power, power));
    }
    return rows;
  }

  private static double error(PercentileModel model, List<TrainingRow> asked) {
    double[][] percentiles = model.percentiles(asked);
    double error = 0;
    for (int i = 0; i < percentiles.length; i++) {
      error += Math.abs(percentiles[i][49] - asked.get(i).truth()) / percentiles.length;
    }
    return error;
  }

  @Test
  void halfThePlantIsForecastWithoutHavingBeenSeen() {
    PercentileModel model = LEARNER.learn(rows(0.8f, false));
    assertThat(error(model, rows(0.8f, false))).isLessThan(0.02);
    assertThat(error(model, rows(0.4f, false))).isLessThan(0.01);
    assertThat(error(model, rows(Float.NaN, false))).isLessThan(0.02);
  }

  @Test
  void theNightIsDark() {
    PercentileModel model = LEARNER.learn(rows(0.8f, false));
    assertThat(model.percentiles(rows(0.8f, true)).length).isEqualTo(1000);
    assertThat(model.percentiles(rows(0.8f, true))[3]).containsOnly(0);
  }

  @Test
  void rowsWithoutAScaleTeachNothing() {
    assertThatThrownBy(() -> LEARNER.learn(rows(Float.NaN, false)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("only 0 rows tell what the plant could give lately");
  }
}
