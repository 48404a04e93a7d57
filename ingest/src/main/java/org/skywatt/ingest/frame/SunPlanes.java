package org.skywatt.ingest.frame;

import java.time.Instant;
import org.skywatt.core.grid.Grid;
import org.skywatt.core.motion.Plane;
import org.skywatt.core.site.Location;
import org.skywatt.core.solar.SolarPosition;

/**
 * The sun over an image: its zenith angle on every eighth row and column, linear between them
 * (within 0.02° for pixels of 3 km).
 */
final class SunPlanes {
  private static final int STEP = 8;

  private SunPlanes() {}

  /**
   * Zenith angle at each pixel, degrees.
   *
   * @param time of the whole image
   */
  static Plane zenithDeg(Grid grid, Instant time) {
    int rows = grid.rows();
    int columns = grid.columns();
    int coarseRows = (rows - 1 + STEP - 1) / STEP + 1;
    int coarseColumns = (columns - 1 + STEP - 1) / STEP + 1;
    double[] coarse = new double[coarseRows * coarseColumns];
    for (int i = 0; i < coarse.length; i++) {
      int row = Math.min(rows - 1, i / coarseColumns * STEP);
      int column = Math.min(columns - 1, i % coarseColumns * STEP);
      int point = row * columns + column;
      double latitude = grid.pointLatitude(point);
      double longitude = Math.IEEEremainder(grid.pointLongitude(point), 360);
      coarse[i] =
          Double.isNaN(latitude)
              ? Double.NaN
              : SolarPosition.of(time, new Location(latitude, longitude, 0)).zenithDeg();
    }
    float[] zenith = new float[rows * columns];
    for (int row = 0; row < rows; row++) {
      int above = row / STEP;
      int below = Math.min(coarseRows - 1, above + 1);
      double down = part(row, above, rows);
      for (int column = 0; column < columns; column++) {
        int left = column / STEP;
        int right = Math.min(coarseColumns - 1, left + 1);
        double along = part(column, left, columns);
        double top = mix(coarse, above * coarseColumns, left, right, along);
        double bottom = mix(coarse, below * coarseColumns, left, right, along);
        zenith[row * columns + column] = (float) (top + down * (bottom - top));
      }
    }
    return new Plane(rows, columns, zenith);
  }

  /** Part of the way from a coarse point to the next, which may be nearer at the edge. */
  private static double part(int at, int coarse, int count) {
    int from = Math.min(count - 1, coarse * STEP);
    int to = Math.min(count - 1, from + STEP);
    return to == from ? 0 : (at - from) / (double) (to - from);
  }

  private static double mix(double[] coarse, int row, int left, int right, double along) {
    double from = coarse[row + left];
    return from + along * (coarse[row + right] - from);
  }
}
