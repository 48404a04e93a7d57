package org.skywatt.ingest.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.core.site.Site;

/**
 * Bilinear sampling of 100,000 sites × 24 steps out of a global field of 0.25°, in CPU time of one
 * thread. Run by name only; {@code sampling_benchmark.py} beside it does the same with xarray.
 */
class SamplingBenchmark {
  private static final int SITES = 100_000;
  private static final int STEPS = 24;
  private static final int ROUNDS = 15;
  private static final double LEAST_MILLIONS = 50;

  @Test
  void samplesBilinearly() {
    LatLonGrid grid = new LatLonGrid(90, -0.25, 721, 0, 0.25, 1440);
    Random random = new Random(1);
    float[][] fields = new float[STEPS][grid.size()];
    for (float[] field : fields) {
      for (int i = 0; i < field.length; i++) {
        field[i] = random.nextFloat();
      }
    }
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < SITES; i++) {
      sites.add(
          SiteWeightsTest.solar(
              180 * random.nextDouble() - 90, 360 * random.nextDouble() - 180, 0));
    }
    long start = cpuNanos();
    SiteWeights weights = new CellChoice(Method.BILINEAR, Ground.UNKNOWN).find(grid, sites);
    double once = (cpuNanos() - start) / 1e6;
    double[] millions = new double[ROUNDS];
    double sum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      start = cpuNanos();
      for (float[] field : fields) {
        sum += weights.sample(field)[round];
      }
      millions[round] = (double) SITES * STEPS / (cpuNanos() - start) * 1000;
    }
    Arrays.sort(millions);
    System.out.printf(
        "bilinear: %.0f M site-steps/cpu-s (median of %d; %.0f to %.0f); weights once %.0f ms;"
            + " %s%n",
        millions[ROUNDS / 2], ROUNDS, millions[0], millions[ROUNDS - 1], once, sum);
    assertThat(millions[ROUNDS / 2]).isGreaterThan(LEAST_MILLIONS);
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
