package org.skywatt.features.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What sources weigh, and which are behind, by their losses of some days. */
class SourceSkillTest {
  private static SourceSkill of(Map<String, double[]> losses) {
    return SourceSkill.of(new TreeMap<>(losses));
  }

  /** Weights are shares; they and who is behind hang on the losses and not on names. */
  @Property(tries = 300)
  void hangsOnLossesAlone(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 4) int sources,
      @ForAll @IntRange(min = 0, max = 7) int days) {
    Random random = new Random(seed);
    List<String> renamed = new ArrayList<>();
    SortedMap<String, double[]> losses = new TreeMap<>();
    for (int source = 0; source < sources; source++) {
      double size = random.nextInt(4) == 0 ? 0 : Math.exp(3 * random.nextGaussian());
      renamed.add("other" + source);
      losses.put(
          "s" + source, random.doubles(days).map(draw -> size * (0.5 + 0.5 * draw)).toArray());
    }
    Collections.shuffle(renamed, random);
    SortedMap<String, double[]> other = new TreeMap<>();
    for (int source = 0; source < sources; source++) {
      other.put(renamed.get(source), losses.get("s" + source));
    }
    SourceSkill skill = of(losses);
    SourceSkill same = of(other);
    double sum = 0;
    boolean anyFirst = false;
    for (int source = 0; source < sources; source++) {
      String name = "s" + source;
      assertThat(skill.weight(name)).isBetween(0.0, 1.0);
      assertThat(same.weight(renamed.get(source))).isCloseTo(skill.weight(name), within(1e-12));
      assertThat(same.isBehind(renamed.get(source))).isEqualTo(skill.isBehind(name));
      anyFirst |= !skill.isBehind(name);
      sum += skill.weights().getOrDefault(name, 0.0);
    }
    assertThat(anyFirst).isTrue();
    assertThat(sum).isCloseTo(skill.weights().isEmpty() ? 0 : 1, within(1e-12));
    assertThat(skill.weights().isEmpty()).isEqualTo(skill.equals(SourceSkill.UNKNOWN));
  }

  @Test
  void weighsByInverseMeanSquaresDrawnTogether() {
    SourceSkill skill = of(Map.of("a", new double[] {1, 1, 1, 1}, "b", new double[] {3, 3, 3, 3}));
    // Two days of the mean loss, 2, besides: 1 / (4 + 4) and 1 / (12 + 4).
    assertThat(skill.weight("a")).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(skill.weight("b")).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(skill.isBehind("a")).isFalse();
    assertThat(skill.isBehind("b")).isTrue();
    assertThat(skill.weight("new")).isEqualTo(0.5);
    assertThat(skill.isBehind("new")).as("what is not proved").isTrue();
  }

  @Test
  void nothingIsDoneWithoutEvidence() {
    assertThat(of(Map.of("a", new double[] {1, 1, 1}, "b", new double[] {9, 9, 9})))
        .as("three days")
        .isEqualTo(SourceSkill.UNKNOWN);
    assertThat(of(Map.of("a", new double[7], "b", new double[7])))
        .as("nothing that could be wrong")
        .isEqualTo(SourceSkill.UNKNOWN);
    assertThat(of(Map.of())).isEqualTo(SourceSkill.UNKNOWN);
    assertThat(SourceSkill.UNKNOWN.isBehind("a")).isFalse();
    assertThat(SourceSkill.UNKNOWN.weight("a")).isEqualTo(1);
  }

  @Test
  void whatIsLittleWorseIsNotBehind() {
    double[] even = {1, 1, 1, 1, 1, 1, 1};
    SourceSkill skill = of(Map.of("a", even, "b", new double[] {1, 1, 2.2, 1, 1, 1, 1}));
    assertThat(skill.isBehind("b")).isFalse();
    assertThat(skill.weight("b")).isLessThan(skill.weight("a"));
    assertThat(of(Map.of("a", even, "b", new double[] {1, 1, 4, 1, 1, 1, 1})).isBehind("b"))
        .isTrue();
  }
}
