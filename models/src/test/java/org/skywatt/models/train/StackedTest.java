package org.skywatt.models.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.skywatt.core.run.InputTier;
import org.skywatt.features.schema.Schemas;
import org.skywatt.models.network.QuantileNetwork;

class StackedTest {
  private static final Recipe BOOSTER =
      new Recipe(
          "booster",
          "gefcom2014-wind",
          false,
          false,
          new double[] {0.1, 0.5, 0.9},
          10,
          3,
          0.3,
          1,
          1,
          1,
          32,
          0,
          0,
          1);

  private static final Stacked STACKED =
      new Stacked(
          "stacked",
          List.of(
              new NetworkRecipe(
                  "network",
                  "gefcom2014-wind",
                  false,
                  Set.of(),
                  new double[] {0.1, 0.5, 0.9},
                  new QuantileNetwork.Plan(new int[] {8}, 10, 32, 0),
                  1)),
          BOOSTER,
          4);

  /** Power that is the mean of the first eight features: smooth, which is hard for few trees. */
  private static List<TrainingRow> rows(int count, Instant start, Random random) {
    List<TrainingRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      for (String site : new String[] {"a", "b"}) {
        float[] features = new float[Schemas.GEFCOM2014_WIND.size()];
        double sum = 0;
        for (int j = 0; j < 8; j++) {
          features[j] = random.nextFloat();
          sum += features[j] / 8;
        }
        double power = site.equals("a") ? sum : sum / 2;
        Instant end = start.plusSeconds(3600L * (i + 1));
        rows.add(new TrainingRow(site, start, end, InputTier.FULL, false, features, power, power));
      }
    }
    return rows;
  }

  private static double error(Learner learner) {
    List<TrainingRow> asked = rows(300, Instant.parse("2012-06-01T00:00:00Z"), new Random(2));
    double[][] percentiles =
        learner
            .learn(rows(1500, Instant.parse("2012-01-01T00:00:00Z"), new Random(1)))
            .percentiles(asked);
    double error = 0;
    for (int i = 0; i < percentiles.length; i++) {
      assertThat(percentiles[i]).hasSize(99).isSorted();
      error += Math.abs(percentiles[i][49] - asked.get(i).truth()) / percentiles.length;
    }
    return error;
  }

  @Test
  void treesLearnFromTheNetworks() {
    assertThat(error(STACKED)).isLessThan(0.5 * error(BOOSTER));
  }

  @Test
  void theSameSeedGivesTheSameBits() {
    Instant start = Instant.parse("2012-01-01T00:00:00Z");
    List<TrainingRow> past = rows(400, start, new Random(1));
    List<TrainingRow> asked = rows(20, Instant.parse("2012-03-01T00:00:00Z"), new Random(2));
    Stacked quick = STACKED.quicker(5);
    double[][] once = quick.learn(past).percentiles(asked);
    assertThat(Arrays.deepEquals(quick.learn(past).percentiles(asked), once)).isTrue();
    List<TrainingRow> shuffled = new ArrayList<>(past);
    Collections.shuffle(shuffled, new Random(3));
    assertThat(Arrays.deepEquals(quick.learn(shuffled).percentiles(asked), once)).isTrue();
  }

  @Test
  void aSiteThatWasNotLearnedIsRefused() {
    Instant start = Instant.parse("2012-01-01T00:00:00Z");
    PercentileModel model = STACKED.quicker(10).learn(rows(400, start, new Random(1)));
    TrainingRow known = rows(1, start, new Random(1)).get(0);
    TrainingRow strange =
        new TrainingRow("z", start, start, InputTier.FULL, false, known.features(), 0, 0);
    assertThatThrownBy(() -> model.percentiles(List.of(strange)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("site z");
  }

  @Test
  void foldsAreApartInTime() {
    List<TrainingRow> rows = rows(24 * 40, Instant.parse("2012-01-01T00:00:00Z"), new Random(1));
    rows.sort(TrainingRow.ORDER);
    TimeBlocks blocks = new TimeBlocks(2, Duration.ofDays(10), Duration.ofDays(1));
    List<TimeBlocks.Fold> folds = blocks.divide(rows);
    assertThat(folds).hasSize(2);
    assertThat(folds.get(0).inside().size() + folds.get(1).inside().size()).isEqualTo(rows.size());
    for (TimeBlocks.Fold fold : folds) {
      for (int i = 0; i < fold.inside().size(); i += 50) {
        Instant time = fold.inside().get(i).validTime();
        assertThat(rows.get(fold.places().get(i))).isSameAs(fold.inside().get(i));
        assertThat(fold.outside())
            .noneMatch(row -> Duration.between(row.validTime(), time).abs().toSeconds() < 86_400);
      }
    }
  }
}
