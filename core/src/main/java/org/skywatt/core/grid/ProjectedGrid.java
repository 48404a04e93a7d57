package org.skywatt.core.grid;

import java.util.Optional;
import org.skywatt.core.projection.EarthPoint;
import org.skywatt.core.projection.PlanePoint;
import org.skywatt.core.projection.Projection;

/**
 * A regular grid on the plane of a projection, stored row by row: index {@code row * columns +
 * column}. Coordinates are in the plane's unit. Where a grid goes once round the earth (Mercator),
 * the column after the last is the first again.
 *
 * @param firstX of column 0
 * @param stepX from column to column, negative where they run westwards
 * @param firstY of row 0
 * @param stepY from row to row, negative where they run southwards
 */
public record ProjectedGrid(
    Projection projection,
    double firstX,
    double stepX,
    int columns,
    double firstY,
    double stepY,
    int rows)
    implements Grid {
  /** Points this part of a step off the edge lie on it: coordinates in files are rounded. */
  private static final double EDGE_STEPS = 1e-3;

  public ProjectedGrid {
    if (rows < 1 || columns < 1 || (long) rows * columns > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("a grid of " + columns + " x " + rows + " is none");
    }
    boolean finite =
        Double.isFinite(firstX)
            && Double.isFinite(firstY)
            && Double.isFinite(stepX * columns)
            && Double.isFinite(stepY * rows);
    if (!finite || stepX == 0 || stepY == 0) {
      throw new IllegalArgumentException(
          "a grid from " + firstX + ", " + firstY + " in steps of " + stepX + ", " + stepY);
    }
  }

  @Override
  public int size() {
    return rows * columns;
  }

  @Override
  public double pointLatitude(int index) {
    return point(index).latitude();
  }

  @Override
  public double pointLongitude(int index) {
    return point(index).longitude();
  }

  private EarthPoint point(int index) {
    int row = index / columns;
    int column = index % columns;
    return projection.toEarth(firstX + stepX * column, firstY + stepY * row);
  }

  @Override
  public Optional<BilinearWeights> findWeights(double latitude, double longitude) {
    PlanePoint point = projection.toPlane(latitude, longitude);
    double row = (point.y() - firstY) / stepY;
    double column = (point.x() - firstX) / stepX;
    double turn = Math.abs(projection.xPeriod() / stepX);
    boolean global = Math.abs(columns - turn) < 0.5;
    if (Double.isFinite(turn)) {
      column -= Math.floor((column + EDGE_STEPS) / turn) * turn;
    }
    boolean inside =
        row >= -EDGE_STEPS
            && row <= rows - 1 + EDGE_STEPS
            && column >= -EDGE_STEPS
            && (global || column <= columns - 1 + EDGE_STEPS);
    if (!inside) {
      return Optional.empty();
    }
    int r = Math.max(0, Math.min(rows - 2, (int) row));
    int c = Math.max(0, Math.min(global ? columns - 1 : columns - 2, (int) column));
    int below = Math.min(r + 1, rows - 1);
    int next = global ? (c + 1) % columns : Math.min(c + 1, columns - 1);
    return Optional.of(
        new BilinearWeights(
            r * columns + c,
            r * columns + next,
            below * columns + c,
            below * columns + next,
            Math.max(0, Math.min(1, row - r)),
            Math.max(0, Math.min(1, column - c))));
  }

  @Override
  public double northDeg(double latitude, double longitude) {
    return projection.northDeg(latitude, longitude);
  }
}
