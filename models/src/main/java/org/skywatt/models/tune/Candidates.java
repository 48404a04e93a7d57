package org.skywatt.models.tune;

import java.util.Random;
import org.skywatt.models.train.Recipe;

/**
 * Recipes drawn at random around a given one. The share of rows that are learned without some
 * inputs is at least a fifth: what it is for, inputs that fail, hardly shows in the loss.
 */
final class Candidates {
  private static final int[] ROUNDS = {20, 30, 45, 70, 100, 150};
  private static final int[] DEPTHS = {3, 4, 5, 6};
  private static final double[] TRAVELS = {4, 5.5, 7, 9};
  private static final double[] CHILD_WEIGHTS = {5, 10, 20, 40, 80};
  private static final double[] SHARES = {0.3, 0.5, 0.8};
  private static final double[] MASKED = {0.2, 0.3, 0.4};

  private final Recipe base;
  private final Random random;

  Candidates(Recipe base, long seed) {
    this.base = base;
    this.random = new Random(seed);
  }

  Recipe next() {
    int rounds = ROUNDS[random.nextInt(ROUNDS.length)];
    return new Recipe(
        base.name() + "-tuned",
        base.schema(),
        base.solar(),
        base.pooled(),
        base.levels(),
        rounds,
        DEPTHS[random.nextInt(DEPTHS.length)],
        // Few rounds need large steps: what is drawn is how far all of them go together.
        rounded(Math.min(0.3, of(TRAVELS) / rounds)),
        of(SHARES),
        of(SHARES),
        of(CHILD_WEIGHTS),
        base.maxBins(),
        base.calibrationFolds(),
        of(MASKED),
        base.seed());
  }

  private double of(double[] values) {
    return values[random.nextInt(values.length)];
  }

  private static double rounded(double rate) {
    return Math.rint(rate * 1e4) / 1e4;
  }
}
