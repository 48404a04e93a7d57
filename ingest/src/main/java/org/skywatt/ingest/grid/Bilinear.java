package org.skywatt.ingest.grid;

/**
 * Bilinear interpolation from a grid to points; weights are computed once. Immutable.
 *
 * <p>A point outside the grid, or with a missing (NaN) neighbour of non-zero weight, is NaN.
 */
public final class Bilinear {
  private final int[] cells;
  private final float[] weights;

  private Bilinear(int[] cells, float[] weights) {
    this.cells = cells;
    this.weights = weights;
  }

  /** Weights for the points, degrees north and east. */
  public static Bilinear of(LatLonGrid grid, double[] latitudes, double[] longitudes) {
    int[] cells = new int[4 * latitudes.length];
    float[] weights = new float[4 * latitudes.length];
    for (int point = 0; point < latitudes.length; point++) {
      double row = grid.rowOf(latitudes[point]);
      double column = grid.columnOf(longitudes[point]);
      if (Double.isNaN(row) || Double.isNaN(column)) {
        cells[4 * point] = -1;
        continue;
      }
      int top = Math.min((int) row, Math.max(grid.ny() - 2, 0));
      int left =
          grid.isGlobal() ? (int) column : Math.min((int) column, Math.max(grid.nx() - 2, 0));
      int bottom = Math.min(top + 1, grid.ny() - 1);
      int right = grid.isGlobal() ? (left + 1) % grid.nx() : Math.min(left + 1, grid.nx() - 1);
      double down = row - top;
      double across = column - left;
      int at = 4 * point;
      cells[at] = top * grid.nx() + left;
      cells[at + 1] = top * grid.nx() + right;
      cells[at + 2] = bottom * grid.nx() + left;
      cells[at + 3] = bottom * grid.nx() + right;
      weights[at] = (float) ((1 - down) * (1 - across));
      weights[at + 1] = (float) ((1 - down) * across);
      weights[at + 2] = (float) (down * (1 - across));
      weights[at + 3] = (float) (down * across);
    }
    return new Bilinear(cells, weights);
  }

  /** Number of points. */
  public int size() {
    return cells.length / 4;
  }

  /** Whether the point lies on the grid. */
  public boolean covers(int point) {
    return cells[4 * point] >= 0;
  }

  /** The value at a point. */
  public float at(int point, float[] values) {
    int from = 4 * point;
    if (cells[from] < 0) {
      return Float.NaN;
    }
    float sum = 0;
    for (int i = from; i < from + 4; i++) {
      if (weights[i] != 0) {
        sum += weights[i] * values[cells[i]];
      }
    }
    return sum;
  }
}
