package org.skywatt.models.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final double TOLERANCE = 1e-12;

  /**
   * PyPI's scores 2.7.0 on the numbers of {@link Steps}: {@code quantile_score} at 0.01 … 0.99,
   * {@code mae}, {@code rmse}, {@code additive_bias}, {@code BinaryContingencyManager}.
   */
  @Test
  void equalsThePeer() {
    Evaluated scores = Steps.of(Steps.oneIssue("a", Steps.ISSUE)).scores();
    Evaluated.Scores all = scores.overall();
    assertThat(all.pinball()).isCloseTo(0.036232376848737355, within(TOLERANCE));
    assertThat(all.crps()).isCloseTo(2 * 0.036232376848737355, within(TOLERANCE));
    assertThat(all.nmae()).isCloseTo(0.09735171562197098, within(TOLERANCE));
    assertThat(all.nrmse()).isCloseTo(0.11775317047582115, within(TOLERANCE));
    assertThat(all.nmbe()).isCloseTo(0.0002634148918914311, within(TOLERANCE));
    assertThat(all.maeKw()).isCloseTo(200 * 0.09735171562197098, within(1e-9));
    assertThat(band(all, 0.5).coverage()).isCloseTo(0.4583333333333333, within(TOLERANCE));
    assertThat(band(all, 0.8).width()).isCloseTo(0.23969947402993977, within(TOLERANCE));
    assertThat(band(all, 0.98).coverage()).isEqualTo(0.75);
    Evaluated.Cost cost =
        scores.imbalance().stream()
            .filter(each -> each.surplusShare() == 0.2 && each.by().equals(Evaluated.FORECAST))
            .findFirst()
            .orElseThrow();
    assertThat(cost.cost()).isCloseTo(0.07073107748289258, within(TOLERANCE));
    Evaluated.RampScore down =
        scores.ramps().stream()
            .filter(each -> each.hours() == 3 && each.direction().equals("down"))
            .filter(each -> each.by().equals(Evaluated.FORECAST))
            .findFirst()
            .orElseThrow();
    assertThat(down.hits()).isEqualTo(17);
    assertThat(down.misses()).isEqualTo(2);
    assertThat(down.falseAlarms()).isEqualTo(3);
    assertThat(down.criticalSuccess()).isCloseTo(0.7727272727272727, within(TOLERANCE));
  }

  private static Evaluated.Band band(Evaluated.Scores scores, double nominal) {
    return scores.bands().stream()
        .filter(band -> band.nominal() == nominal)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void slicesAddUp() {
    Evaluated scores = Steps.of(Steps.oneIssue("a", Steps.ISSUE)).scores();
    assertThat(scores.slices().get("lead")).hasSize(48);
    assertThat(scores.slices().get("hour")).hasSize(24);
    assertThat(scores.slices().get("tier")).extracting("n").containsExactly(16L, 32L);
    assertThat(scores.slices().get("weather")).extracting("n").containsExactly(24L);
    assertThat(scores.slices().get("season")).extracting("slice").containsExactly("Mar–May");
    double sum =
        scores.slices().get("tier").stream().mapToDouble(each -> each.n() * each.crps()).sum();
    assertThat(sum / 48).isCloseTo(scores.overall().crps(), within(TOLERANCE));
    assertThat(scores.overall().skills().get(0).n()).isEqualTo(47);
  }

  @Test
  void partsMergeToTheWhole() throws Exception {
    List<ScoredStep> all = new ArrayList<>();
    Evaluation merged = new Evaluation(List.of("before"));
    for (int day = 0; day < 8; day++) {
      for (String site : List.of("a", "b")) {
        List<ScoredStep> part = Steps.oneIssue(site, Steps.ISSUE.plus(Duration.ofDays(day)));
        all.addAll(part);
        merged.merge(shipped(Steps.of(part)));
      }
    }
    Evaluated whole = Steps.of(all).scores();
    assertThat(merged.scores())
        .usingRecursiveComparison()
        .withComparatorForType(EvaluationTest::nearly, Double.class)
        .isEqualTo(whole);
    assertThat(whole.issues()).isEqualTo(8);
    assertThat(whole.overall().days()).isEqualTo(10);
    assertThat(whole.overall().crpsLower()).isLessThanOrEqualTo(whole.overall().crps());
    assertThat(whole.overall().crpsUpper()).isGreaterThanOrEqualTo(whole.overall().crps());
  }

  private static int nearly(Double one, Double other) {
    return Math.abs(one - other) < 1e-9 ? 0 : Double.compare(one, other);
  }

  /** As Spark does it. */
  private static Evaluation shipped(Evaluation evaluation) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(evaluation);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (Evaluation) in.readObject();
    }
  }

  @Test
  void nothingIsNothing() {
    Evaluated scores = new Evaluation(List.of("before")).scores();
    assertThat(scores.overall()).isNull();
    assertThat(scores.strongest()).isNull();
  }

  @Test
  void otherBaselinesAreRefused() {
    assertThatThrownBy(() -> new Evaluation(List.of()).add(Steps.oneIssue("a", Steps.ISSUE).get(0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Evaluation(List.of()).merge(new Evaluation(List.of("x"))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
