package org.skywatt.models.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
  private static double[] even() {
    double[] percentiles = new double[99];
    for (int i = 0; i < percentiles.length; i++) {
      percentiles[i] = (i + 1) / 100.0;
    }
    return percentiles;
  }

  @Test
  void trueForecastsAreFlat() {
    Reliability reliability = new Reliability();
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      reliability.add(even(), random.nextDouble());
    }
    for (int i = 0; i < 99; i++) {
      assertThat(reliability.shares()[i]).isCloseTo((i + 1) / 100.0, within(0.01));
    }
    assertThat(reliability.transforms()).hasSize(20);
    for (double share : reliability.transforms()) {
      assertThat(share).isCloseTo(0.05, within(0.005));
    }
  }

  @Test
  void anOutcomeAmongEqualQuantilesCountsEvenly() {
    Reliability reliability = new Reliability();
    reliability.add(new double[99], 0);
    assertThat(Arrays.stream(reliability.transforms()).sum()).isCloseTo(1, within(1e-12));
    assertThat(reliability.transforms()[7]).isCloseTo(0.05, within(1e-12));
    assertThat(reliability.shares()[0]).isEqualTo(1);
  }

  @Test
  void outcomesBeyondFallIntoTheLastBin() {
    Reliability reliability = new Reliability();
    reliability.add(even(), 7);
    assertThat(reliability.transforms()[19]).isCloseTo(1, within(1e-12));
    assertThat(reliability.count()).isEqualTo(1);
  }
}
