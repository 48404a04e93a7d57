package org.skywatt.ingest.terrain;

import java.util.Optional;
import org.skywatt.core.grid.BilinearWeights;
import org.skywatt.core.grid.Grid;

/**
 * Heights above sea level on a grid whose rows run from north to south.
 *
 * @param elevations m, by the grid's index; NaN in voids
 * @param highest of them, m; −∞ where all are voids
 */
record ElevationModel(Grid grid, float[] elevations, float highest) {
  static final double METRES_A_DEGREE = 111_195;

  ElevationModel(Grid grid, float[] elevations) {
    this(grid, elevations, highest(elevations));
  }

  /** A place as parts of columns and rows from the first ones on. */
  record Position(double column, double row) {}

  private static float highest(float[] elevations) {
    float highest = Float.NEGATIVE_INFINITY;
    for (float elevation : elevations) {
      if (elevation > highest) {
        highest = elevation;
      }
    }
    return highest;
  }

  /** Height at a point, bilinear, m; NaN outside and beside voids. */
  double elevationM(double latitude, double longitude) {
    return grid.findWeights(latitude, longitude)
        .map(weights -> weights.interpolate(elevations))
        .orElse(Double.NaN);
  }

  /** Where a place lies; empty outside. */
  Optional<Position> find(double latitude, double longitude) {
    return grid.findWeights(latitude, longitude).map(this::position);
  }

  private Position position(BilinearWeights weights) {
    int column = weights.topLeft() % grid.columns();
    int row = weights.topLeft() / grid.columns();
    return new Position(column + weights.right(), row + weights.down());
  }

  /** Height at a position, bilinear, m; NaN outside and beside voids. */
  double at(double column, double row) {
    int columns = grid.columns();
    if (!(column >= 0 && row >= 0 && column <= columns - 1 && row <= grid.rows() - 1)) {
      return Double.NaN;
    }
    int c = Math.min((int) column, columns - 2);
    int r = Math.min((int) row, grid.rows() - 2);
    if (c < 0 || r < 0) {
      return elevations[(int) Math.round(row) * columns + (int) Math.round(column)];
    }
    double right = column - c;
    double down = row - r;
    int i = r * columns + c;
    double top = elevations[i] + right * (elevations[i + 1] - elevations[i]);
    int j = i + columns;
    double bottom = elevations[j] + right * (elevations[j + 1] - elevations[j]);
    return top + down * (bottom - top);
  }

  /** Metres from column to column around a point of the grid. */
  double columnMetres(int column, int row) {
    int west = Math.max(0, Math.min(column, grid.columns() - 2));
    return metres(row * grid.columns() + west, 1);
  }

  /** Metres from row to row around a point of the grid. */
  double rowMetres(int column, int row) {
    int north = Math.max(0, Math.min(row, grid.rows() - 2));
    return metres(north * grid.columns() + column, grid.columns());
  }

  private double metres(int from, int step) {
    if (from + step >= grid.size()) {
      return Double.NaN;
    }
    double latitude = grid.pointLatitude(from);
    double north = grid.pointLatitude(from + step) - latitude;
    double east =
        Math.IEEEremainder(grid.pointLongitude(from + step) - grid.pointLongitude(from), 360);
    double middle = Math.toRadians(latitude + north / 2);
    return METRES_A_DEGREE * Math.hypot(north, east * Math.cos(middle));
  }
}
