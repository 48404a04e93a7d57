package org.skywatt.core.grid;

import java.util.Arrays;
import java.util.Optional;

/**
 * A grid of parallels with latitudes, starts, spacings and numbers of points of their own, stored
 * row after row: regular and reduced Gaussian, reduced latitude-longitude and thinned grids.
 * Immutable.
 *
 * <p>Where such a grid covers the earth, a place between its last parallel and the pole gets that
 * parallel's values.
 */
public final class RowsGrid implements Grid {
  /** Points this part of a step off the edge lie on it: coordinates in files are rounded. */
  private static final double EDGE_STEPS = 1e-3;

  private final double[] latitudes;
  private final double[] firstLongitudes;
  private final double[] longitudeSteps;
  private final int[] starts;
  private final int columns;

  /**
   * @param latitudes of the rows, degrees north, all different and in one direction
   * @param counts number of points of each row; a row may have none
   * @param firstLongitudes of each row, degrees east, −360 to 720
   * @param longitudeSteps of each row, degrees eastwards, positive
   * @param regular whether all rows have the same points
   */
  public RowsGrid(
      double[] latitudes,
      int[] counts,
      double[] firstLongitudes,
      double[] longitudeSteps,
      boolean regular) {
    int rows = latitudes.length;
    if (rows < 1 || counts.length != rows || firstLongitudes.length != rows) {
      throw new IllegalArgumentException(rows + " latitudes for " + counts.length + " rows");
    }
    starts = new int[rows + 1];
    for (int row = 0; row < rows; row++) {
      boolean ordered =
          row < 2 || (latitudes[row] - latitudes[row - 1]) * (latitudes[1] - latitudes[0]) > 0;
      if (!ordered || !(Math.abs(latitudes[row]) <= 90 + EDGE_STEPS) || counts[row] < 0) {
        throw new IllegalArgumentException(
            "row " + row + " at latitude " + latitudes[row] + " with " + counts[row] + " points");
      }
      if (!(longitudeSteps[row] > 0) || !(Math.abs(firstLongitudes[row]) <= 720)) {
        throw new IllegalArgumentException("row " + row + " has no longitudes that run eastwards");
      }
      starts[row + 1] = Math.addExact(starts[row], counts[row]);
    }
    this.latitudes = latitudes.clone();
    this.firstLongitudes = firstLongitudes.clone();
    this.longitudeSteps = longitudeSteps.clone();
    columns = regular ? counts[0] : 0;
  }

  @Override
  public int size() {
    return starts[starts.length - 1];
  }

  @Override
  public int rows() {
    return latitudes.length;
  }

  @Override
  public int columns() {
    return columns;
  }

  /** Number of points of each row. */
  public int[] rowLengths() {
    int[] lengths = new int[latitudes.length];
    for (int row = 0; row < lengths.length; row++) {
      lengths[row] = starts[row + 1] - starts[row];
    }
    return lengths;
  }

  @Override
  public double pointLatitude(int index) {
    return latitudes[row(index)];
  }

  @Override
  public double pointLongitude(int index) {
    int row = row(index);
    return firstLongitudes[row] + longitudeSteps[row] * (index - starts[row]);
  }

  private int row(int index) {
    int low = 0;
    int high = latitudes.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts[middle] <= index) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  @Override
  public Optional<BilinearWeights> findWeights(double latitude, double longitude) {
    int rows = latitudes.length;
    double reached = Math.abs(latitude) <= 90 ? withinLastParallels(latitude) : Double.NaN;
    int above = Math.max(0, Math.min(rowBefore(reached), rows - 2));
    int below = Math.min(above + 1, rows - 1);
    double spacing = below == above ? 1 : latitudes[below] - latitudes[above];
    double down = (reached - latitudes[above]) / spacing;
    boolean inside = down >= -EDGE_STEPS && down <= below - above + EDGE_STEPS;
    double top = column(above, longitude);
    double bottom = column(below, longitude);
    if (!inside || Double.isNaN(top) || Double.isNaN(bottom)) {
      return Optional.empty();
    }
    return Optional.of(
        new BilinearWeights(
            index(above, (int) top),
            index(above, (int) top + 1),
            index(below, (int) bottom),
            index(below, (int) bottom + 1),
            Math.max(0, Math.min(1, down)),
            top - (int) top,
            bottom - (int) bottom));
  }

  /** The latitude, or that of the last parallel where only the pole lies beyond it. */
  private double withinLastParallels(double latitude) {
    int last = latitudes.length - 1;
    if (last == 0) {
      return latitude;
    }
    double first = beforePole(latitude, latitudes[0], latitudes[1]);
    return beforePole(first, latitudes[last], latitudes[last - 1]);
  }

  private static double beforePole(double latitude, double edge, double next) {
    double pole = edge > next ? 90 : -90;
    boolean beyond = edge > next ? latitude > edge : latitude < edge;
    return beyond && Math.abs(pole - edge) <= Math.abs(edge - next) ? edge : latitude;
  }

  /** The last row at or before a latitude in the order of rows; −1 before the first. */
  private int rowBefore(double latitude) {
    boolean southwards = latitudes.length < 2 || latitudes[1] < latitudes[0];
    int low = -1;
    int high = latitudes.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >> 1;
      if (southwards ? latitudes[middle] >= latitude : latitudes[middle] <= latitude) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Position in a row, from 0 and before its last point unless it goes round; NaN outside. */
  private double column(int row, double longitude) {
    int count = starts[row + 1] - starts[row];
    double step = longitudeSteps[row];
    double turn = 360 / step;
    double column = (longitude - firstLongitudes[row]) / step;
    column -= Math.floor((column + EDGE_STEPS) / turn) * turn;
    if (isRound(row)) {
      return Math.max(0, column) % count;
    }
    return count > 0 && column <= count - 1 + EDGE_STEPS
        ? Math.max(0, Math.min(count - 1, column))
        : Double.NaN;
  }

  private boolean isRound(int row) {
    int count = starts[row + 1] - starts[row];
    return count > 0 && Math.abs(longitudeSteps[row] * count - 360) < longitudeSteps[row] / 2;
  }

  private int index(int row, int column) {
    int count = starts[row + 1] - starts[row];
    return starts[row] + (isRound(row) ? column % count : Math.min(column, count - 1));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RowsGrid grid
        && columns == grid.columns
        && Arrays.equals(latitudes, grid.latitudes)
        && Arrays.equals(starts, grid.starts)
        && Arrays.equals(firstLongitudes, grid.firstLongitudes)
        && Arrays.equals(longitudeSteps, grid.longitudeSteps);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(latitudes) + Arrays.hashCode(starts);
  }

  @Override
  public String toString() {
    return "RowsGrid[" + rows() + " rows from " + latitudes[0] + ", " + size() + " points]";
  }
}
