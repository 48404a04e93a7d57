package org.skywatt.models.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RevisionsTest {
  private static Revisions of(double... values) {
    Revisions revisions = new Revisions();
    for (double value : values) {
      revisions.add(value);
    }
    return revisions;
  }

  /** PyPI's scores 2.7.0, {@code scores.continuous.flip_flop_index}. */
  @Test
  void equalsThePeer() {
    double[][] runs = {
      {0.5, 0.7, 0.4, 0.6, 0.55},
      {0.1, 0.2, 0.3, 0.9},
      {0.3, 0.8, 0.3},
      {0.62, 0.61, 0.7, 0.2, 0.25, 0.9, 0.0, 0.41}
    };
    double[] peer = {0.14999999999999994, 0.0, 0.5, 0.2849999999999999};
    for (int i = 0; i < runs.length; i++) {
      assertThat(of(runs[i]).index()).isCloseTo(peer[i], within(1e-12));
    }
    assertThat(of(0.1, 0.9).index()).isNaN();
  }

  @Property(tries = 200)
  void aTrendCostsNothingAndNothingCostsLess(
      @ForAll @Size(8) List<@DoubleRange(min = 0, max = 1) Double> any) {
    double[] values = any.stream().mapToDouble(Double::doubleValue).toArray();
    assertThat(of(values).index()).isNotNegative();
    assertThat(of(any.stream().sorted().mapToDouble(Double::doubleValue).toArray()).index())
        .isCloseTo(0, within(1e-12));
  }

  @Test
  void aToothIsWhatTheNextRunTakesBack() {
    Revisions revisions = new Revisions();
    assertThat(revisions.add(0.5)).isNaN();
    assertThat(revisions.add(0.8)).isNaN();
    assertThat(revisions.add(0.6)).isCloseTo(0.2, within(1e-12));
    assertThat(revisions.add(0.4)).isZero();
    assertThat(revisions.add(0.9)).isCloseTo(0.2, within(1e-12));
  }
}
