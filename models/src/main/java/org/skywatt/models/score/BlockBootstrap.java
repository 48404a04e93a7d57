package org.skywatt.models.score;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How sure a mean of losses that hang together in time is: blocks of neighbours are drawn with
 * replacement, around the end too (circular block bootstrap, Politis and Romano 1992).
 *
 * @param mean of the values
 * @param standardError standard deviation of the means of the draws
 * @param low 2.5% quantile of these
 * @param high 97.5% quantile
 */
public record BlockBootstrap(double mean, double standardError, double low, double high) {
  private static final int DRAWS = 1000;

  /**
   * @param values in order of time, at least one, none NaN
   * @param block length of a block in values, at least 1
   * @throws IllegalArgumentException if there is no value, or the block is shorter than one
   */
  public static BlockBootstrap of(double[] values, int block, long seed) {
    int n = values.length;
    if (n == 0 || block < 1) {
      throw new IllegalArgumentException(n + " values in blocks of " + block);
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] means = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      int taken = 0;
      while (taken < n) {
        int start = random.nextInt(n);
        for (int i = 0; i < block && taken < n; i++) {
          means[draw] += values[(start + i) % n] / n;
          taken++;
        }
      }
    }
    double centre = Arrays.stream(means).average().orElseThrow();
    double squares = 0;
    for (double each : means) {
      squares += (each - centre) * (each - centre);
    }
    Arrays.sort(means);
    return new BlockBootstrap(
        Arrays.stream(values).average().orElseThrow(),
        Math.sqrt(squares / (DRAWS - 1)),
        means[DRAWS / 40 - 1],
        means[DRAWS - DRAWS / 40]);
  }
}
