package org.skywatt.ingest.terrain;

import org.skywatt.core.grid.Grid;

/**
 * Heights above sea level at the points of a lattice.
 *
 * @param elevations m, by the lattice's index; NaN in voids
 * @param highest of them, m; −∞ where all are voids
 */
record ElevationModel(Lattice lattice, float[] elevations, float highest) {
  ElevationModel(Lattice lattice, float[] elevations) {
    this(lattice, elevations, highest(elevations));
  }

  ElevationModel(Grid grid, float[] elevations) {
    this(new Lattice(grid), elevations);
  }

  private static float highest(float[] elevations) {
    float highest = Float.NEGATIVE_INFINITY;
    for (float elevation : elevations) {
      if (elevation > highest) {
        highest = elevation;
      }
    }
    return highest;
  }

  /** Height at a position, bilinear, m; NaN outside and beside voids. */
  double at(double column, double row) {
    int columns = lattice.columns();
    int rows = lattice.rows();
    if (!(column >= 0 && row >= 0 && column <= columns - 1 && row <= rows - 1)) {
      return Double.NaN;
    }
    int c = Math.max(0, Math.min((int) column, columns - 2));
    int r = Math.max(0, Math.min((int) row, rows - 2));
    int i = r * columns + c;
    int below = r + 1 < rows ? i + columns : i;
    int right = c + 1 < columns ? 1 : 0;
    double top = mix(elevations[i], elevations[i + right], column - c);
    double bottom = mix(elevations[below], elevations[below + right], column - c);
    return mix(top, bottom, row - r);
  }

  /** A void counts only where it has a weight. */
  private static double mix(double a, double b, double part) {
    if (part == 0) {
      return a;
    }
    return part == 1 ? b : a + part * (b - a);
  }
}
