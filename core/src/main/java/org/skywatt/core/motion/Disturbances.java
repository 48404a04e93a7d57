package org.skywatt.core.motion;

import java.util.SplittableRandom;

/** What sets the members of an ensemble apart: smooth errors of motion, and noise of two scales. */
final class Disturbances {
  private static final int MOTION_SPACING = 48;
  private static final int COARSE_SPACING = 16;
  private static final int FINE_SPACING = 4;
  private static final float HALF = (float) Math.sqrt(0.5);

  private final RandomField[] right;
  private final RandomField[] down;
  private final RandomField[] coarse;
  private final RandomField[] fine;

  /**
   * As many as there are members; the same for the same seed, and for each whatever their number.
   */
  Disturbances(int rows, int columns, int members, long seed) {
    right = new RandomField[members];
    down = new RandomField[members];
    coarse = new RandomField[members];
    fine = new RandomField[members];
    SplittableRandom root = new SplittableRandom(seed);
    for (int i = 0; i < members; i++) {
      SplittableRandom random = root.split();
      right[i] = new RandomField(rows, columns, MOTION_SPACING, random);
      down[i] = new RandomField(rows, columns, MOTION_SPACING, random);
      coarse[i] = new RandomField(rows, columns, COARSE_SPACING, random);
      fine[i] = new RandomField(rows, columns, FINE_SPACING, random);
    }
  }

  int size() {
    return right.length;
  }

  /** Error of motion towards growing columns, in standard deviations. */
  float right(int member, float row, float column) {
    return right[member].at(row, column);
  }

  float down(int member, float row, float column) {
    return down[member].at(row, column);
  }

  /** Noise of standard deviation 1. */
  float noise(int member, float row, float column) {
    return HALF * (coarse[member].at(row, column) + fine[member].at(row, column));
  }
}
