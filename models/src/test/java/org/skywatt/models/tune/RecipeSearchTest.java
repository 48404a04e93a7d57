package org.skywatt.models.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.skywatt.core.run.InputTier;
import org.skywatt.features.schema.Schemas;
import org.skywatt.models.train.Recipe;
import org.skywatt.models.train.Recipes;
import org.skywatt.models.train.TrainingRow;

class RecipeSearchTest {
  private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");

  /** A joule passes each time that anybody asks. */
  private static List<Try> search(long seed, double budget) {
    int[] joules = new int[1];
    return new RecipeSearch(Recipes.WIND, seed, budget, () -> joules[0]++)
        .run(rows(0, 600), rows(600, 60));
  }

  /** Power follows one feature; four steps an issue. */
  private static List<TrainingRow> rows(int first, int issues) {
    List<TrainingRow> rows = new ArrayList<>();
    for (int i = first; i < first + issues; i++) {
      Random random = new Random(i);
      Instant issue = START.plus(Duration.ofHours(5L * i));
      for (int step = 1; step <= 4; step++) {
        float[] features = new float[Schemas.WIND.size()];
        for (int f = 0; f < features.length; f++) {
          features[f] = random.nextFloat();
        }
        double power = Math.min(1, Math.max(0, features[3] + 0.1 * random.nextGaussian()));
        Instant end = issue.plus(Duration.ofHours(step));
        rows.add(new TrainingRow("a", issue, end, InputTier.FULL, false, features, power, power));
      }
    }
    return rows;
  }

  @Test
  void triesUntilTheEnergyIsSpentAndTakesTheSmallestThatIsAsGood() {
    List<Try> tries = search(1, 34);
    assertThat(tries).hasSize(11);
    assertThat(tries.get(0).recipe()).isEqualTo(Recipes.WIND);
    assertThat(tries.get(0).share()).isEqualTo(1);
    assertThat(tries.subList(1, 9)).allMatch(each -> each.share() == 0.25);
    assertThat(tries.subList(9, 11)).allMatch(each -> each.share() == 1);
    double least = tries.subList(1, 9).stream().mapToDouble(Try::pinball).min().orElseThrow();
    assertThat(tries.get(9).recipe())
        .isEqualTo(
            tries.stream()
                .filter(each -> each.pinball() == least)
                .findFirst()
                .orElseThrow()
                .recipe());
    assertThat(tries).allMatch(each -> each.pinball() > 0.01 && each.pinball() < 0.1);

    Try chosen = RecipeSearch.chosen(tries);
    double best =
        tries.stream()
            .filter(each -> each.share() == 1)
            .mapToDouble(Try::pinball)
            .min()
            .orElseThrow();
    assertThat(chosen.share()).isEqualTo(1);
    assertThat(chosen.pinball()).isLessThanOrEqualTo(1.005 * best);
    assertThat(tries)
        .noneMatch(
            each ->
                each.share() == 1
                    && each.pinball() <= 1.005 * best
                    && each.nodes() < chosen.nodes());
  }

  @Test
  void whatIsTriedHangsOnTheSeedAloneAndHowMuchOnTheBudget() {
    List<Recipe> some = search(2, 6).stream().map(Try::recipe).toList();
    List<Recipe> more = search(2, 12).stream().map(Try::recipe).toList();
    assertThat(more).hasSizeGreaterThan(some.size()).startsWith(some.toArray(new Recipe[0]));
    assertThat(search(3, 6).get(1).recipe()).isNotEqualTo(some.get(1));
    List<Try> one = search(2, 0.5); // less than one try takes
    assertThat(one).hasSize(1);
    assertThat(RecipeSearch.chosen(one)).isSameAs(one.get(0));
  }

  @Test
  void whatCannotBeJudgedIsRefused() {
    RecipeSearch search = new RecipeSearch(Recipes.WIND, 1, 10, () -> 0);
    assertThatThrownBy(() -> search.run(rows(0, 250), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no held-out row");
    assertThatThrownBy(() -> search.run(rows(0, 3), rows(250, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("12 rows with power to learn from");
  }
}
