package org.skywatt.models.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hourly runs, six hours ahead: every third one says a tenth more than the others. */
class FlipFlopsTest {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final int RUNS = 48;

  private static Evaluation runs(String site, int from, int to) {
    Evaluation evaluation = new Evaluation(List.of("steady"));
    for (int run = from; run < to; run++) {
      for (int step = 1; step <= 6; step++) {
        double[] percentiles = new double[99];
        Arrays.fill(percentiles, run % 3 == 0 ? 0.5 : 0.4);
        evaluation.add(
            new ScoredStep(
                site,
                START.plus(Duration.ofHours(run)),
                START.plus(Duration.ofHours(run + step)),
                "full",
                "",
                100,
                0.4,
                percentiles,
                new double[][] {step == 2 ? null : new double[] {0.3}}));
      }
    }
    return evaluation;
  }

  @Test
  void tellsWhichRunsStandOutAndByHowMuch() {
    List<Evaluated.FlipFlop> scores = runs("a", 0, RUNS).scores().flipFlop();
    assertThat(scores).extracting(Evaluated.FlipFlop::by).containsExactly("forecast", "steady");
    Evaluated.FlipFlop own = scores.get(0);
    // Steps from the third to the last but two have three runs or more.
    assertThat(own.events()).isEqualTo(RUNS + 6 - 1 - 4);
    assertThat(own.index()).isBetween(0.04, 0.1);
    assertThat(own.aboveTwoPercent()).isGreaterThan(0.9);
    for (Evaluated.Tooth tooth : own.teeth()) {
      double expected = tooth.issueHour() % 3 == 0 ? 0.1 : 0;
      assertThat(tooth.mean())
          .as("issued at %d", tooth.issueHour())
          .isCloseTo(expected, within(1e-9));
    }
    assertThat(scores.get(1).index()).isZero();
    assertThat(scores.get(1).revision()).isZero();
    assertThat(scores.get(1).teeth()).isNull();
  }

  @Test
  void sitesAreApartHoweverTheyAreScored() {
    Evaluation merged = runs("a", 0, RUNS);
    merged.merge(runs("b", 0, RUNS));
    Evaluated.FlipFlop one = runs("a", 0, RUNS).scores().flipFlop().get(0);
    Evaluated.FlipFlop both = merged.scores().flipFlop().get(0);
    assertThat(both.events()).isEqualTo(2 * one.events());
    assertThat(both.index()).isCloseTo(one.index(), within(1e-12));
  }

  @Test
  void oneRunOfAStepTellsNothing() {
    Evaluated.FlipFlop none = runs("a", 0, 1).scores().flipFlop().get(0);
    assertThat(none.events()).isZero();
    assertThat(none.index()).isNull();
    assertThat(none.teeth()).isEmpty();
  }
}
