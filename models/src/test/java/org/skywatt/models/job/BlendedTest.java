package org.skywatt.models.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skywatt.models.train.Blend;
import org.skywatt.models.train.Blends;
import org.skywatt.models.train.Member;
import org.skywatt.models.train.Recipes;
import org.skywatt.models.train.Shaping;
import scala.Tuple2;

class BlendedTest {
  private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

  private static final Blend SHAPED =
      new Blend(
          List.of(
              new Member(Recipes.GEFCOM2014_WIND, 0.75), new Member(Recipes.GEFCOM2014_WIND, 0.25)),
          new Shaping(0.5, 1));

  @Test
  void membersAreWeightedAndStepsOfOneForecastAveraged() {
    List<Prediction> first =
        List.of(at("b", 0, 1, false, 0.4), at("a", 0, 2, false, 0.8), at("a", 0, 1, false, 0.4));
    List<Prediction> second =
        List.of(at("a", 0, 1, false, 0), at("b", 0, 1, false, 0.4), at("a", 0, 2, false, 0.4));
    List<Prediction> blended =
        Blended.of(SHAPED, List.of(new Tuple2<>(0, first), new Tuple2<>(1, second)));
    assertThat(blended).extracting(Prediction::siteId).containsExactly("a", "a", "b");
    // Means of members are 0.3 and 0.7 at a, 0.4 at b, which has no step beside it.
    assertThat(median(blended, 0)).isCloseTo((0.3 + 0.5 * 0.7) / 1.5, within(1e-12));
    assertThat(median(blended, 1)).isCloseTo((0.7 + 0.5 * 0.3) / 1.5, within(1e-12));
    assertThat(median(blended, 2)).isCloseTo(0.4, within(1e-12));
  }

  @Test
  void otherForecastsDarkStepsAndGapsHaveNoPart() {
    List<Prediction> steps =
        List.of(
            at("a", 0, 1, false, 0.2),
            at("a", 0, 2, true, 0),
            at("a", 0, 3, false, 0.4),
            at("a", 0, 5, false, 0.6),
            at("a", 6, 7, false, 0.8));
    List<Prediction> blended =
        Blended.of(SHAPED, List.of(new Tuple2<>(0, steps), new Tuple2<>(1, steps)));
    for (int i = 0; i < steps.size(); i++) {
      assertThat(median(blended, i)).isCloseTo(median(steps, i), within(1e-12));
    }
  }

  @Test
  void blendsKeepTheirShapingWhenTheyLearnLessOrWithoutSomething() {
    Blend blend = Blends.GEFCOM2014_WIND;
    assertThat(blend.shaping()).isNotEqualTo(Shaping.NONE);
    assertThat(blend.quicker(10).shaping()).isEqualTo(blend.shaping());
    assertThat(blend.without(List.of(1)).shaping()).isEqualTo(blend.shaping());
  }

  private static double median(List<Prediction> steps, int index) {
    return steps.get(index).percentiles()[49];
  }

  private static Prediction at(String site, int issue, int step, boolean dark, double quantile) {
    double[] percentiles = new double[99];
    Arrays.fill(percentiles, quantile);
    return new Prediction(
        site,
        MARCH.plus(Duration.ofHours(issue)),
        MARCH.plus(Duration.ofHours(step)),
        dark,
        Double.NaN,
        percentiles,
        Double.NaN,
        null,
        "full",
        "",
        new double[0][]);
  }
}
