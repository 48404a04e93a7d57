package org.skywatt.models.adjust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AdjustmentTest {
  private static final Duration SHORT = Duration.ofHours(3);
  private static final Duration LONG = Duration.ofHours(24);

  @Property(tries = 300)
  void quantilesStayInOrderWithinTheCapsAndZeroStaysZero(
      @ForAll @Size(9) List<@DoubleRange(min = 0, max = 1) Double> raw,
      @ForAll @Size(14) List<@DoubleRange(min = 0, max = 5) Double> foretold,
      @ForAll @Size(14) List<@DoubleRange(min = 0, max = 5) Double> metered) {
    RecentErrors errors = new RecentErrors();
    for (int day = 0; day < 14; day++) {
      errors.add(day % 2 == 0 ? SHORT : LONG, day, foretold.get(day), metered.get(day));
      errors.add(LONG, day, foretold.get(day), metered.get(day));
    }
    Adjustment adjustment = errors.adjustment();
    for (double factor : adjustment.factors()) {
      assertThat(factor).isBetween(0.6, 1.4);
    }
    double[] before = raw.stream().mapToDouble(Double::doubleValue).toArray();
    before[0] = 0;
    Arrays.sort(before);
    for (Duration lead : new Duration[] {SHORT, LONG}) {
      double[] after = before.clone();
      adjustment.apply(after, lead);
      assertThat(after).isSorted();
      assertThat(after[0]).isZero();
      for (int i = 0; i < after.length; i++) {
        assertThat(after[i]).isBetween(0.0, 1.0).isCloseTo(before[i], within(0.1 + 1e-12));
      }
    }
  }

  /** Errors that even out over the days tell nothing, however large they are. */
  @Property(tries = 200)
  void errorsThatEvenOutMoveNothing(
      @ForAll @Size(7) List<@DoubleRange(min = 0.2, max = 3) Double> foretold,
      @ForAll @Size(7) List<@DoubleRange(min = 0, max = 1) Double> off) {
    RecentErrors errors = new RecentErrors();
    for (int day = 0; day < 14; day++) {
      double sign = day < 7 ? 1 : -1;
      double said = foretold.get(day % 7);
      errors.add(LONG, day, said, said * (1 + sign * off.get(day % 7)));
    }
    assertThat(errors.adjustment().isNone()).isTrue();
  }

  /** Days of a forecast that is right on average: one in a hundred is moved, and little. */
  @Test
  void noiseHardlyEverMovesAnything() {
    Random random = new Random(7);
    int moved = 0;
    double factors = 0;
    for (int world = 0; world < 2000; world++) {
      RecentErrors errors = new RecentErrors();
      for (int day = 0; day < 14; day++) {
        double said = 1 + 3 * random.nextDouble();
        errors.add(LONG, day, said, Math.max(0, said * (1 + 0.3 * random.nextGaussian())));
      }
      double factor = errors.adjustment().factors()[1];
      moved += factor == 1 ? 0 : 1;
      factors += Math.abs(factor - 1) / 2000;
    }
    assertThat(moved).isLessThan(60);
    assertThat(factors).isLessThan(0.002);
  }

  @Test
  void aLostStringIsFoundAtTheLeadsThatShowIt() {
    Random random = new Random(8);
    RecentErrors errors = new RecentErrors();
    for (int day = 0; day < 14; day++) {
      double said = 2 + random.nextDouble();
      errors.add(LONG, day, said, said * (0.75 + 0.1 * random.nextGaussian()));
      errors.add(SHORT, day, said, said * (1 + 0.1 * random.nextGaussian()));
    }
    Adjustment adjustment = errors.adjustment();
    assertThat(adjustment.factors()[0]).isEqualTo(1);
    assertThat(adjustment.factors()[1]).isBetween(0.7, 0.82);
    assertThat(adjustment.days()).isEqualTo(14);
    double[] quantiles = {0, 0.1, 0.3, 0.8};
    adjustment.apply(quantiles, LONG);
    assertThat(quantiles[1]).isCloseTo(0.1 * adjustment.factors()[1], within(1e-12));
    assertThat(quantiles[3]).as("no more than a tenth of capacity").isCloseTo(0.7, within(1e-12));
  }

  @Test
  void fewDaysAreNoEvidence() {
    RecentErrors errors = new RecentErrors();
    for (int day = 0; day < 9; day++) {
      errors.add(LONG, day, 3, 1.5);
    }
    errors.add(LONG, 10, 0, 0); // a day of which nothing was foretold is none
    assertThat(errors.adjustment()).isSameAs(Adjustment.NONE);
    errors.add(LONG, 11, 3, 1.5);
    assertThat(errors.adjustment().factors()[1]).isEqualTo(Adjustment.LEAST);
  }
}
