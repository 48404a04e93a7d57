package org.skywatt.models.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PitTest {
  @Test
  void anOutcomeFallsBetweenItsNeighbours() {
    double[] percentiles = new double[99];
    for (int i = 0; i < 99; i++) {
      percentiles[i] = i + 1;
    }
    double[] counts = new double[Pit.RANGES];
    Pit.add(percentiles, 30.5, counts);
    Pit.add(percentiles, -1, counts);
    Pit.add(percentiles, 1000, counts);
    assertThat(counts[30]).isEqualTo(1);
    assertThat(counts[0]).isEqualTo(1);
    assertThat(counts[99]).isEqualTo(1);
    assertThat(Arrays.stream(counts).sum()).isEqualTo(3);
  }

  @Test
  void tiesAreSharedOut() {
    double[] percentiles = new double[99];
    Arrays.fill(percentiles, 49, 99, 1);
    double[] counts = new double[Pit.RANGES];
    Pit.add(percentiles, 0, counts);
    assertThat(counts[0]).isCloseTo(1 / 50.0, within(1e-12));
    assertThat(counts[49]).isCloseTo(1 / 50.0, within(1e-12));
    assertThat(counts[50]).isZero();
  }
}
