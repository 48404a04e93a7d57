package org.skywatt.ingest.terrain;

import java.util.Optional;
import org.skywatt.core.grid.BilinearWeights;
import org.skywatt.core.grid.Grid;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.core.grid.ProjectedGrid;
import org.skywatt.ingest.raster.RasterFile.Window;

/**
 * The evenly spaced points of a raster, whose rows run from north to south, and their distances.
 */
record Lattice(Grid grid) {
  static final double METRES_A_DEGREE = 111_195;
  private static final double ALIGNED_STEPS = 0.01;

  Lattice {
    if (!(grid instanceof LatLonGrid || grid instanceof ProjectedGrid)) {
      throw new IllegalArgumentException("points of a " + grid.getClass() + " are not even");
    }
  }

  /** A place as parts of columns and rows from the first ones on. */
  record Position(double column, double row) {}

  int columns() {
    return grid.columns();
  }

  int rows() {
    return grid.rows();
  }

  /** Where a place lies; empty outside. */
  Optional<Position> find(double latitude, double longitude) {
    return grid.findWeights(latitude, longitude).map(this::position);
  }

  private Position position(BilinearWeights weights) {
    int column = weights.topLeft() % columns();
    int row = weights.topLeft() / columns();
    return new Position(column + weights.right(), row + weights.down());
  }

  /** Metres from column to column around a point. */
  double columnMetres(int column, int row) {
    int west = Math.max(0, Math.min(column, columns() - 2));
    return metres(row * columns() + west, 1);
  }

  /** Metres from row to row around a point. */
  double rowMetres(int column, int row) {
    int north = Math.max(0, Math.min(row, rows() - 2));
    return metres(north * columns() + column, columns());
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

  /** As much of a window, which may reach beyond the lattice, as lies on the earth. */
  Window clipped(Window window) {
    if (!(grid instanceof LatLonGrid plain)) {
      return window;
    }
    int first = window.row();
    int last = window.row() + window.rows() - 1;
    while (first < last && Math.abs(plain.latitude(first)) > 90) {
      first++;
    }
    while (last > first && Math.abs(plain.latitude(last)) > 90) {
      last--;
    }
    int round = (int) Math.round(360 / plain.longitudeStep());
    return new Window(window.column(), first, Math.min(window.columns(), round), last - first + 1);
  }

  /** The points of a window, which may reach beyond the lattice. */
  Lattice part(Window window) {
    if (grid instanceof LatLonGrid plain) {
      return new Lattice(
          new LatLonGrid(
              plain.latitude(window.row()),
              plain.latitudeStep(),
              window.rows(),
              plain.longitude(window.column()),
              plain.longitudeStep(),
              window.columns()));
    }
    ProjectedGrid projected = (ProjectedGrid) grid;
    return new Lattice(
        new ProjectedGrid(
            projected.projection(),
            projected.firstX() + projected.stepX() * window.column(),
            projected.stepX(),
            window.columns(),
            projected.firstY() + projected.stepY() * window.row(),
            projected.stepY(),
            window.rows()));
  }

  /**
   * The window of this lattice that another one is; empty where its points are others: another
   * system, another spacing, or between these.
   */
  Optional<Window> find(Grid other) {
    double column;
    double row;
    if (grid instanceof LatLonGrid here && other instanceof LatLonGrid there) {
      if (!same(here.longitudeStep(), there.longitudeStep(), other.columns())
          || !same(here.latitudeStep(), there.latitudeStep(), other.rows())) {
        return Optional.empty();
      }
      double east = there.firstLongitude() - here.firstLongitude();
      column = Math.IEEEremainder(east, 360) / here.longitudeStep();
      row = (there.firstLatitude() - here.firstLatitude()) / here.latitudeStep();
    } else if (grid instanceof ProjectedGrid here && other instanceof ProjectedGrid there) {
      if (!here.projection().equals(there.projection())
          || !same(here.stepX(), there.stepX(), other.columns())
          || !same(here.stepY(), there.stepY(), other.rows())) {
        return Optional.empty();
      }
      column = (there.firstX() - here.firstX()) / here.stepX();
      row = (there.firstY() - here.firstY()) / here.stepY();
    } else {
      return Optional.empty();
    }
    boolean aligned =
        Math.abs(column - Math.rint(column)) < ALIGNED_STEPS
            && Math.abs(row - Math.rint(row)) < ALIGNED_STEPS;
    return aligned
        ? Optional.of(
            new Window(
                (int) Math.rint(column), (int) Math.rint(row), other.columns(), other.rows()))
        : Optional.empty();
  }

  private static boolean same(double a, double b, int steps) {
    return Math.abs(a - b) * steps < ALIGNED_STEPS * Math.abs(a);
  }
}
