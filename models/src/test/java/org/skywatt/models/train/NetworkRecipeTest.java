package org.skywatt.models.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.skywatt.core.run.InputTier;
import org.skywatt.features.schema.Schemas;
import org.skywatt.models.network.QuantileNetwork;

class NetworkRecipeTest {
  private static final NetworkRecipe RECIPE =
      new NetworkRecipe(
          "test",
          "gefcom2014-solar",
          true,
          Set.of("day_of_year"),
          new double[] {0.1, 0.5, 0.9},
          new QuantileNetwork.Plan(new int[] {16}, 20, 32, 0),
          1);

  /** Two plants in the same weather, of which one gives twice as much; some values are missing. */
  private static List<TrainingRow> rows(int count, boolean labelled, Random random) {
    Instant issue = Instant.parse("2026-05-01T00:00:00Z");
    List<TrainingRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] features = new float[Schemas.GEFCOM2014_SOLAR.size()];
      features[3] = i % 7 == 0 ? Float.NaN : random.nextFloat();
      features[2] = 1000 + 500 * random.nextFloat();
      String site = i % 2 == 0 ? "a" : "b";
      double power = (features[2] - 1000) / 500 * (site.equals("a") ? 0.4 : 0.8);
      Instant end = issue.plusSeconds(3600L * (i + 1));
      boolean dark = i % 5 == 0;
      double label = labelled ? (dark ? 0 : power) : Double.NaN;
      rows.add(new TrainingRow(site, issue, end, InputTier.FULL, dark, features, label, power));
    }
    return rows;
  }

  @Test
  void tellsSitesApartAndLeavesTheNightDark() {
    PercentileModel model = RECIPE.learn(rows(4000, true, new Random(1)));
    List<TrainingRow> asked = rows(200, false, new Random(2));
    double[][] percentiles = model.percentiles(asked);
    double error = 0;
    for (int i = 0; i < percentiles.length; i++) {
      assertThat(percentiles[i]).hasSize(99).isSorted();
      if (asked.get(i).sunDown()) {
        assertThat(percentiles[i]).containsOnly(0);
      } else {
        error += Math.abs(percentiles[i][49] - asked.get(i).truth());
      }
    }
    // A model that does not know the site would be wrong by about 0.1.
    assertThat(error / 160).isLessThan(0.04);
  }

  @Test
  void tooFewRowsAreRefused() {
    assertThatThrownBy(() -> RECIPE.learn(rows(4000, false, new Random(1))))
        .hasMessageContaining("test: 0 rows with power to learn from, at least 200 are needed");
  }
}
