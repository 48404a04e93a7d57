package org.skywatt.models.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class QuantileNetworkTest {
  private static final double[] LEVELS = {0.1, 0.5, 0.9};
  private static final int ROWS = 6000;
  private static final QuantileNetwork.Plan PLAN =
      new QuantileNetwork.Plan(new int[] {16, 8}, 15, 64, 0.0);

  /** y = 0.5 + 0.1 x₁, and uniform noise that is wider the greater x₂ is. */
  private static final class Data {
    final float[] rows = new float[ROWS * 2];
    final float[] labels = new float[ROWS];

    Data(long seed) {
      Random random = new Random(seed);
      for (int i = 0; i < ROWS; i++) {
        rows[2 * i] = (float) random.nextGaussian();
        rows[2 * i + 1] = 2 * random.nextFloat() - 1;
        float width = 0.1f + 0.08f * rows[2 * i + 1];
        labels[i] = 0.5f + 0.1f * rows[2 * i] + width * (2 * random.nextFloat() - 1);
      }
    }
  }

  @Test
  void learnsTheQuantilesOfAKnownDistribution() {
    Data data = new Data(1);
    QuantileNetwork network = QuantileNetwork.fit(PLAN, LEVELS, data.rows, data.labels, 1);
    float[][] asked = {{0, -0.8f}, {0, 0.8f}, {1, 0}, {-1, 0}};
    for (float[] x : asked) {
      float[] quantiles = network.predict(x, 1);
      double middle = 0.5 + 0.1 * x[0];
      double width = 0.1 + 0.08 * x[1];
      for (int j = 0; j < LEVELS.length; j++) {
        double exact = middle + width * (2 * LEVELS[j] - 1);
        assertThat(quantiles[j]).isCloseTo((float) exact, within(0.025f));
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameNetwork() {
    Data data = new Data(2);
    QuantileNetwork.Plan brief = new QuantileNetwork.Plan(new int[] {8}, 1, 64, 0.2);
    float[] one = predict(brief, data, 1);
    assertThat(predict(brief, data, 1)).isEqualTo(one);
    assertThat(predict(brief, data, 2)).isNotEqualTo(one);
  }

  private static float[] predict(QuantileNetwork.Plan plan, Data data, long seed) {
    return QuantileNetwork.fit(plan, LEVELS, data.rows, data.labels, seed).predict(data.rows, ROWS);
  }
}
