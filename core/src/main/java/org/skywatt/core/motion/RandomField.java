package org.skywatt.core.motion;

import java.util.SplittableRandom;

/**
 * A smooth random surface of mean 0 and variance 1 at each place: normal numbers on a lattice,
 * bilinear between, made as large between as on it.
 */
final class RandomField {
  private final int columns;
  private final int rows;
  private final float spacing;
  private final float[] numbers;

  /**
   * A field over an image.
   *
   * @param spacing of the lattice, pixels
   */
  RandomField(int rows, int columns, int spacing, SplittableRandom random) {
    this.rows = 2 + (rows - 1) / spacing;
    this.columns = 2 + (columns - 1) / spacing;
    this.spacing = spacing;
    numbers = new float[this.rows * this.columns];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
  }

  /** The value at a place; beyond the edge the edge's. */
  float at(float row, float column) {
    float r = Math.max(0, Math.min(rows - 1.001f, row / spacing));
    float c = Math.max(0, Math.min(columns - 1.001f, column / spacing));
    int above = (int) r;
    int left = (int) c;
    int i = above * columns + left;
    float y = r - above;
    float x = c - left;
    float sum =
        (1 - y) * ((1 - x) * numbers[i] + x * numbers[i + 1])
            + y * ((1 - x) * numbers[i + columns] + x * numbers[i + columns + 1]);
    float size = ((1 - y) * (1 - y) + y * y) * ((1 - x) * (1 - x) + x * x);
    return sum / (float) Math.sqrt(size);
  }
}
