package org.skywatt.models.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BlockBootstrapTest {
  /** An autoregressive series: its mean has the known standard error s / (1 − φ) / √n. */
  @Test
  void blocksSeeThatNeighboursHangTogether() {
    int n = 20_000;
    double persistence = 0.8;
    Random random = new Random(3);
    double[] values = new double[n];
    for (int i = 1; i < n; i++) {
      values[i] = persistence * values[i - 1] + random.nextGaussian();
    }
    double known = 1 / (1 - persistence) / Math.sqrt(n);
    BlockBootstrap blocks = BlockBootstrap.of(values, 100, 1);
    assertThat(blocks.standardError()).isCloseTo(known, within(0.15 * known));
    assertThat(blocks.high() - blocks.low()).isCloseTo(3.92 * known, within(0.6 * known));
    assertThat(BlockBootstrap.of(values, 1, 1).standardError()).isLessThan(0.5 * known);
  }

  @Test
  void oneValueIsItself() {
    BlockBootstrap one = BlockBootstrap.of(new double[] {2}, 5, 1);
    assertThat(one.mean()).isEqualTo(2);
    assertThat(one.standardError()).isZero();
    assertThat(one.low()).isEqualTo(2);
    assertThatThrownBy(() -> BlockBootstrap.of(new double[0], 5, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
