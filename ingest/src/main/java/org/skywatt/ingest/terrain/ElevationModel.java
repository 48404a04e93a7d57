package org.skywatt.ingest.terrain;

import org.skywatt.ingest.grid.Bilinear;
import org.skywatt.ingest.grid.LatLonGrid;

/**
 * Heights above sea level on a grid.
 *
 * @param elevations m, by the grid's index; NaN in voids
 */
public record ElevationModel(LatLonGrid grid, float[] elevations) {
  static final double METRES_A_DEGREE = 111_195;

  /** Height at a point, bilinear, m; NaN outside and beside voids. */
  double elevationM(double latitude, double longitude) {
    double row = grid.rowOf(latitude);
    double column = grid.columnOf(longitude);
    if (Double.isNaN(row) || Double.isNaN(column)) {
      return Double.NaN;
    }
    int top = Math.min((int) row, Math.max(grid.ny() - 2, 0));
    int left = Math.min((int) column, Math.max(grid.nx() - 2, 0));
    if (grid.nx() < 2 || grid.ny() < 2) {
      return Bilinear.of(grid, new double[] {latitude}, new double[] {longitude}).at(0, elevations);
    }
    double down = row - top;
    double across = column - left;
    int at = top * grid.nx() + left;
    double upper = weighted(elevations[at], elevations[at + 1], across);
    double lower = weighted(elevations[at + grid.nx()], elevations[at + grid.nx() + 1], across);
    return weighted(upper, lower, down);
  }

  private static double weighted(double from, double to, double fraction) {
    return fraction == 0 ? from : from + (to - from) * fraction;
  }

  /** Distance between columns at a latitude, m. */
  double columnMetres(double latitude) {
    return grid.lonStep() * METRES_A_DEGREE * Math.cos(Math.toRadians(latitude));
  }

  /** Distance between rows, m. */
  double rowMetres() {
    return grid.latStep() * METRES_A_DEGREE;
  }
}
