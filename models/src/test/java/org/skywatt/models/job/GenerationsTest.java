package org.skywatt.models.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What generations weigh by their losses. */
class GenerationsTest {
  private static Hindcast.Losses losses(long day, double... crps) {
    return new Hindcast.Losses(day, 1, 10, crps);
  }

  @Property(tries = 200)
  void weightsAreSharesAndFollowTheLosses(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 5) int count,
      @ForAll @IntRange(min = 0, max = 20) int days) {
    Random random = new Random(seed);
    List<Hindcast.Losses> all = new ArrayList<>();
    double[] sums = new double[count];
    for (int day = 0; day < days; day++) {
      double[] crps = random.doubles(count, 0, 2).toArray();
      all.add(losses(day / 2, crps));
      for (int i = 0; i < count; i++) {
        sums[i] += crps[i];
      }
    }
    List<Double> weights = Generations.weights(all, count);
    Collections.shuffle(all, random);
    assertThat(Generations.weights(all, count)).isEqualTo(weights);
    assertThat(weights).hasSize(count).allMatch(weight -> weight >= 0);
    assertThat(weights.stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(1, within(1e-9));
    for (int i = 1; i < count; i++) {
      if (sums[i] > sums[0]) {
        assertThat(weights.get(i)).isLessThanOrEqualTo(weights.get(0) + 1e-9);
      }
    }
  }

  @Test
  void weightsAreThoseOfInverseSquares() {
    // With two days of the mean loss, 2, besides: 1 / (2 + 4)² and 1 / (6 + 4)².
    List<Hindcast.Losses> two = List.of(losses(1, 1, 3), losses(2, 1, 3));
    double expected = (1 / 36.0) / (1 / 36.0 + 1 / 100.0);
    assertThat(Generations.weights(two, 2).get(0)).isCloseTo(expected, within(0.01));
    assertThat(Generations.weights(List.of(), 2)).containsExactly(0.5, 0.5);
  }
}
