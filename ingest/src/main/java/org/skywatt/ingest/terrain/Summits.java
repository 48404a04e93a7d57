package org.skywatt.ingest.terrain;

import java.util.Arrays;

/**
 * The highest point of each block of a raster, so that a line of sight can pass over blocks that
 * cannot reach it. A block counts the first points of the next ones too, between which heights of
 * its own are interpolated.
 */
final class Summits {
  static final int BLOCK = 32;

  private final int blockColumns;
  private final float[] highest;

  Summits(ElevationModel model) {
    int columns = model.grid().columns();
    int rows = model.grid().rows();
    blockColumns = (columns + BLOCK - 1) / BLOCK;
    highest = new float[blockColumns * ((rows + BLOCK - 1) / BLOCK)];
    Arrays.fill(highest, Float.NEGATIVE_INFINITY);
    for (int block = 0; block < highest.length; block++) {
      int left = block % blockColumns * BLOCK;
      int top = block / blockColumns * BLOCK;
      for (int row = top; row <= Math.min(top + BLOCK, rows - 1); row++) {
        for (int column = left; column <= Math.min(left + BLOCK, columns - 1); column++) {
          float elevation = model.elevations()[row * columns + column];
          if (elevation > highest[block]) {
            highest[block] = elevation;
          }
        }
      }
    }
  }

  /** Of the block of a point, m; −∞ where it is all void. */
  float highestAround(int column, int row) {
    return highest[row / BLOCK * blockColumns + column / BLOCK];
  }
}
