package org.skywatt.ingest.terrain;

import java.util.Arrays;

/**
 * The highest point of each block of a raster, so that a line of sight can pass over blocks that
 * cannot reach it. A block counts the first points of the next ones too, between which heights of
 * its own are interpolated.
 */
final class Summits {
  private final Blocks blocks;
  private final float[] highest;

  Summits(ElevationModel model) {
    blocks = new Blocks(model);
    highest = new float[blocks.count()];
    Arrays.fill(highest, Float.NEGATIVE_INFINITY);
    int columns = blocks.columns();
    for (int block = 0; block < highest.length; block++) {
      int lastRow = Math.min(blocks.lastRow(block) + 1, blocks.rows() - 1);
      int lastColumn = Math.min(blocks.lastColumn(block) + 1, columns - 1);
      for (int row = blocks.firstRow(block); row <= lastRow; row++) {
        for (int column = blocks.firstColumn(block); column <= lastColumn; column++) {
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
    return highest[blocks.of(column, row)];
  }
}
