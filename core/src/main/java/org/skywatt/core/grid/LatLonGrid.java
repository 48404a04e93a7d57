package org.skywatt.core.grid;

import java.util.Optional;

/**
 * A regular grid of points, stored row by row: index {@code row * columns + column}. Longitudes may
 * be written from 0 to 360 or from −180 to 180; points are found either way, and across the seam of
 * a grid that goes round the earth.
 *
 * @param firstLatitude latitude of row 0, degrees north, −90 to 90
 * @param latitudeStep degrees from row to row, negative where rows run southwards
 * @param rows number of rows, at least 1
 * @param firstLongitude longitude of column 0, degrees east, −360 to 360
 * @param longitudeStep degrees eastwards from column to column, positive
 * @param columns number of columns, at least 1, once round the earth at most
 */
public record LatLonGrid(
    double firstLatitude,
    double latitudeStep,
    int rows,
    double firstLongitude,
    double longitudeStep,
    int columns)
    implements Grid {
  /** Points this part of a step off the edge lie on it: coordinates in files are rounded. */
  private static final double EDGE_STEPS = 1e-5;

  public LatLonGrid {
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException(
          "a grid needs at least 1 row and 1 column, got " + rows + " and " + columns);
    }
    double lastLatitude = firstLatitude + latitudeStep * (rows - 1);
    boolean onEarth =
        Math.abs(firstLatitude) <= 90 + EDGE_STEPS
            && Math.abs(lastLatitude) <= 90 + EDGE_STEPS
            && latitudeStep != 0;
    if (!onEarth) {
      throw new IllegalArgumentException(
          "grid latitudes " + firstLatitude + " to " + lastLatitude + " must lie in -90 to 90");
    }
    boolean withinOneTurn = longitudeStep > 0 && longitudeStep * (columns - 1) <= 360 + EDGE_STEPS;
    if (!(Math.abs(firstLongitude) <= 360 && withinOneTurn)) {
      throw new IllegalArgumentException(
          "grid longitudes from "
              + firstLongitude
              + " in "
              + columns
              + " steps of "
              + longitudeStep
              + " must run eastwards once round the earth at most");
    }
  }

  @Override
  public int size() {
    return rows * columns;
  }

  /**
   * Whether the column after the last is the first again. Files round their corners, so a part of a
   * step may lack.
   */
  public boolean isGlobalInLongitude() {
    return Math.abs(longitudeStep * columns - 360) < longitudeStep / 2;
  }

  public double latitude(int row) {
    return firstLatitude + latitudeStep * row;
  }

  /** Degrees east as the grid writes it, not brought to any range. */
  public double longitude(int column) {
    return firstLongitude + longitudeStep * column;
  }

  @Override
  public double pointLatitude(int index) {
    return latitude(index / columns);
  }

  @Override
  public double pointLongitude(int index) {
    return longitude(index % columns);
  }

  @Override
  public Optional<BilinearWeights> findWeights(double latitude, double longitude) {
    double row = (latitude - firstLatitude) / latitudeStep;
    double turn = (longitude - firstLongitude) / 360;
    double column = (turn - Math.floor(turn)) * 360 / longitudeStep;
    boolean global = isGlobalInLongitude();
    if (!global && column > 360 / longitudeStep - EDGE_STEPS) {
      column = 0; // a hair west of the first column
    }
    boolean inside =
        row >= -EDGE_STEPS
            && row <= rows - 1 + EDGE_STEPS
            && column >= 0
            && (global || column <= columns - 1 + EDGE_STEPS);
    if (!inside) {
      return Optional.empty();
    }
    int lastColumn = global ? columns - 1 : Math.max(0, columns - 2);
    int r = Math.max(0, Math.min(rows - 2, (int) row));
    int c = Math.min(lastColumn, (int) column);
    double down = Math.max(0, Math.min(1, row - r));
    double east = Math.min(1, column - c);
    int below = Math.min(r + 1, rows - 1);
    int next = (c + 1) % columns;
    return Optional.of(
        new BilinearWeights(
            r * columns + c,
            r * columns + next,
            below * columns + c,
            below * columns + next,
            down,
            east));
  }
}
