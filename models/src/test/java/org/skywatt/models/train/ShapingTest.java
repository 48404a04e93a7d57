package org.skywatt.models.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ShapingTest {
  @Property(tries = 200)
  void quantilesStayInOrderAndWithinCapacity(
      @ForAll("percentiles") double[] before,
      @ForAll("percentiles") double[] step,
      @ForAll("percentiles") double[] after,
      @ForAll @DoubleRange(min = 0, max = 2) double beside,
      @ForAll @DoubleRange(min = 0.5, max = 3) double spread,
      @ForAll boolean first) {
    double[] shaped = new Shaping(beside, spread).of(first ? null : before, step, after);
    assertThat(shaped).isSorted();
    assertThat(shaped[0]).isGreaterThanOrEqualTo(0);
    assertThat(shaped[98]).isLessThanOrEqualTo(1);
  }

  @Provide
  Arbitrary<double[]> percentiles() {
    return Arbitraries.doubles()
        .between(0, 1)
        .array(double[].class)
        .ofSize(99)
        .map(
            values -> {
              Arrays.sort(values);
              return values;
            });
  }

  @Test
  void aStepIsTheWeightedMeanOfThoseAround() {
    double[] shaped = new Shaping(0.5, 1).of(flat(0.2), flat(0.4), flat(0.8));
    assertThat(shaped[49]).isCloseTo((0.4 + 0.5 * 0.2 + 0.5 * 0.8) / 2, within(1e-12));
    shaped = new Shaping(0.5, 1).of(null, flat(0.4), flat(0.8));
    assertThat(shaped[49]).isCloseTo((0.4 + 0.5 * 0.8) / 1.5, within(1e-12));
  }

  @Test
  void fullPowerStaysFullPower() {
    for (int i = 0; i < 2000; i++) {
      assertThat(new Shaping(i * 0.001, 1).of(flat(1), flat(1), flat(1))[98])
          .isLessThanOrEqualTo(1);
    }
  }

  @Test
  void distancesFromTheMedianGrow() {
    double[] step = new double[99];
    for (int i = 0; i < step.length; i++) {
      step[i] = 0.3 + 0.004 * i;
    }
    double[] shaped = new Shaping(0, 1.5).of(null, step, null);
    assertThat(shaped[49]).isEqualTo(step[49]);
    assertThat(shaped[98] - shaped[49]).isCloseTo(1.5 * (step[98] - step[49]), within(1e-12));
    assertThat(shaped[0]).isCloseTo(step[49] - 1.5 * (step[49] - step[0]), within(1e-12));
    assertThat(Shaping.NONE.of(flat(1), step, flat(0))).isEqualTo(step);
  }

  @Test
  void whatIsNoWeightOrSpreadIsRefused() {
    assertThatThrownBy(() -> new Shaping(-0.1, 1)).hasMessageContaining("-0.1");
    assertThatThrownBy(() -> new Shaping(Double.NaN, 1)).hasMessageContaining("weight");
    assertThatThrownBy(() -> new Shaping(0, 0)).hasMessageContaining("spread");
  }

  private static double[] flat(double value) {
    double[] flat = new double[99];
    Arrays.fill(flat, value);
    return flat;
  }
}
