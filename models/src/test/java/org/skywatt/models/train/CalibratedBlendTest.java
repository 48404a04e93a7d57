package org.skywatt.models.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.skywatt.core.run.InputTier;

class CalibratedBlendTest {
  private static final int ROWS = 6000;

  /** Promises 0.2 to 0.8, evenly. */
  private record TooWide() implements Learner {
    @Override
    public String name() {
      return "too wide";
    }

    @Override
    public String schema() {
      return "wind";
    }

    @Override
    public boolean solar() {
      return false;
    }

    @Override
    public boolean pooled() {
      return true;
    }

    @Override
    public PercentileModel learn(List<TrainingRow> rows) {
      return asked -> {
        double[][] percentiles = new double[asked.size()][99];
        for (double[] own : percentiles) {
          for (int i = 0; i < own.length; i++) {
            own[i] = 0.2 + 0.6 * i / 98;
          }
        }
        return percentiles;
      };
    }
  }

  private static List<TrainingRow> rows(long seed) {
    Random random = new Random(seed);
    Instant start = Instant.parse("2016-01-01T00:00:00Z");
    List<TrainingRow> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      // Uniform within 0.3 to 0.7: the promise is too wide.
      double power = 0.3 + 0.4 * random.nextDouble();
      Instant end = start.plusSeconds(3600L * (i + 1));
      rows.add(
          new TrainingRow(
              "a", end.minusSeconds(3600), end, InputTier.FULL, false, new float[1], power, power));
    }
    return rows;
  }

  @Test
  void makesTheLevelsTrue() {
    Learner learner = new CalibratedBlend("test", Blend.of(new TooWide()), 4);
    List<TrainingRow> fresh = rows(2);
    double[][] percentiles = learner.learn(rows(1)).percentiles(fresh);
    assertThat(percentiles[0]).isSorted();
    for (int level : new int[] {10, 25, 50, 75, 90}) {
      double share = 0;
      for (int i = 0; i < ROWS; i++) {
        share += fresh.get(i).truth() <= percentiles[i][level - 1] ? 1.0 / ROWS : 0;
      }
      assertThat(share).isCloseTo(level / 100.0, within(0.03));
    }
    assertThat(Arrays.stream(percentiles[0]).max().orElseThrow()).isLessThan(0.75);
  }
}
