package org.skywatt.ingest.grib.grid;

import org.skywatt.core.grid.Grid;

/**
 * A grid and how its file walks it.
 *
 * @param gridType as ecCodes names it
 * @param grid the points, rows in the file's order
 * @param order from the order of the file to that of the grid
 * @param gridRelativeWind whether u and v count along the grid's axes, not east and north
 */
public record GridLayout(String gridType, Grid grid, ScanOrder order, boolean gridRelativeWind) {
  /** Beyond every grid in use: a larger count is a corrupt header, not a field. */
  private static final long MOST_POINTS = 100_000_000;

  /** Flag of table 3.3 (edition 2) and 7 (edition 1). */
  private static final int WIND_ALONG_GRID = 0x08;

  static GridLayout of(String gridType, Grid grid, ScanOrder order, int componentFlags) {
    return new GridLayout(gridType, grid, order, (componentFlags & WIND_ALONG_GRID) != 0);
  }

  /** Refuses sides that no grid has before anything of their size is made. */
  static void requireSides(long columns, long rows) {
    if (columns < 1 || rows < 1 || columns > MOST_POINTS || columns * rows > MOST_POINTS) {
      throw new IllegalArgumentException("corrupt: a grid of " + columns + " x " + rows);
    }
  }

  /** Refuses a number of points that the section states otherwise. */
  void requirePoints(long stated) {
    if (order.scanned() != stated) {
      throw new IllegalArgumentException(
          "corrupt: a grid of "
              + order.scanned()
              + " points is said to have "
              + stated
              + " points");
    }
  }
}
