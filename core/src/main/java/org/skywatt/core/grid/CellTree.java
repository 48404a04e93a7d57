package org.skywatt.core.grid;

import java.util.Optional;

/**
 * Finds the cells of a grid that may hold a place: blocks of cells, halved down to a few, each in a
 * sphere around its points. Knows no poles and no date line.
 */
final class CellTree {
  /** Tests whether a cell holds the place. */
  interface CellTest {
    Optional<BilinearWeights> test(TangentPlane place, int row, int column);
  }

  private static final int LEAF = 8;

  /** How far edges and the inner of a cell bulge beyond its corners, in radii of the block. */
  private static final double MARGIN = 1.02;

  private final double[] latitudes;
  private final double[] longitudes;
  private final int columns;
  private final Block root;

  /**
   * Cells from a row and column on, and the sphere around them; no sphere where all are missing.
   */
  private record Block(
      int row,
      int column,
      int rows,
      int columns,
      double x,
      double y,
      double z,
      double radiusSquared,
      Block first,
      Block second) {}

  CellTree(int rows, int columns, double[] latitudes, double[] longitudes) {
    this.latitudes = latitudes;
    this.longitudes = longitudes;
    this.columns = columns;
    root = block(0, 0, rows - 1, columns - 1);
  }

  Optional<BilinearWeights> find(TangentPlane place, CellTest test) {
    return find(root, place, test);
  }

  private static Optional<BilinearWeights> find(Block block, TangentPlane place, CellTest test) {
    if (!(place.distanceSquared(block.x, block.y, block.z) <= block.radiusSquared)) {
      return Optional.empty();
    }
    if (block.first != null) {
      Optional<BilinearWeights> found = find(block.first, place, test);
      return found.isPresent() ? found : find(block.second, place, test);
    }
    for (int row = block.row; row < block.row + block.rows; row++) {
      for (int column = block.column; column < block.column + block.columns; column++) {
        Optional<BilinearWeights> found = test.test(place, row, column);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Block block(int row, int column, int height, int width) {
    double[] middle = middle(row, column, height, width);
    double radius = MARGIN * radius(middle, row, column, height, width) + 1e-9;
    Block first = null;
    Block second = null;
    if (height > LEAF || width > LEAF) {
      if (height >= width) {
        first = block(row, column, height / 2, width);
        second = block(row + height / 2, column, height - height / 2, width);
      } else {
        first = block(row, column, height, width / 2);
        second = block(row, column + width / 2, height, width - width / 2);
      }
    }
    return new Block(
        row,
        column,
        height,
        width,
        middle[0],
        middle[1],
        middle[2],
        radius * radius,
        first,
        second);
  }

  /** Mean of the points; NaN where all are missing. */
  private double[] middle(int row, int column, int height, int width) {
    double[] sum = new double[3];
    int count = 0;
    for (int r = row; r <= row + height; r++) {
      for (int c = column; c <= column + width; c++) {
        double[] unit = unit(r, c);
        if (!Double.isNaN(unit[0])) {
          count++;
          for (int k = 0; k < 3; k++) {
            sum[k] += unit[k];
          }
        }
      }
    }
    for (int k = 0; k < 3; k++) {
      sum[k] /= count;
    }
    return sum;
  }

  private double radius(double[] middle, int row, int column, int height, int width) {
    double most = 0;
    for (int r = row; r <= row + height; r++) {
      for (int c = column; c <= column + width; c++) {
        double[] unit = unit(r, c);
        double dx = unit[0] - middle[0];
        double dy = unit[1] - middle[1];
        double dz = unit[2] - middle[2];
        double square = dx * dx + dy * dy + dz * dz;
        most = square > most ? square : most;
      }
    }
    return Math.sqrt(most);
  }

  private double[] unit(int row, int column) {
    int index = row * columns + column;
    return TangentPlane.unit(latitudes[index], longitudes[index]);
  }
}
