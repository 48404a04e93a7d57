package org.skywatt.ingest.satellite;

import java.nio.file.Path;
import java.util.Optional;
import org.skywatt.core.grid.Area;
import org.skywatt.core.grid.BilinearWeights;
import org.skywatt.core.grid.Grid;
import org.skywatt.core.grid.GridWindow;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.core.grid.ProjectedGrid;
import org.skywatt.ingest.file.UnreadableFileException;

/** Parts of an image's grid. */
final class ImageWindows {
  private static final int SAMPLES = 128;

  /** A gigabyte. */
  private static final long MOST_VALUES = 1L << 28;

  private ImageWindows() {}

  /** All of a grid where no area is asked for; else as {@link #find(Grid, Area)}. */
  static Optional<GridWindow> find(Grid grid, Optional<Area> area) {
    return area.isPresent()
        ? find(grid, area.get())
        : Optional.of(new GridWindow(grid, 0, grid.rows(), 0, grid.columns()));
  }

  /**
   * The rows and columns with an area in them and a little more on each side; empty where the grid
   * shows nothing of it. Found from a lattice of places, so that its cost is the same for any grid.
   */
  static Optional<GridWindow> find(Grid grid, Area area) {
    int top = Integer.MAX_VALUE;
    int bottom = -1;
    int left = Integer.MAX_VALUE;
    int right = -1;
    for (int i = 0; i <= SAMPLES; i++) {
      double latitude = area.south() + (area.north() - area.south()) * i / SAMPLES;
      for (int j = 0; j <= SAMPLES; j++) {
        double longitude = area.west() + area.widthDeg() * j / SAMPLES;
        Optional<BilinearWeights> place = grid.findWeights(latitude, longitude);
        if (place.isPresent()) {
          int row = place.get().topLeft() / grid.columns();
          int column = place.get().topLeft() % grid.columns();
          top = Math.min(top, row);
          bottom = Math.max(bottom, row + 1);
          left = Math.min(left, column);
          right = Math.max(right, column + 1);
        }
      }
    }
    if (bottom < 0) {
      return Optional.empty();
    }
    // The area's edge may lie between two places of the lattice, above all at the earth's limb.
    int moreRows = 2 + (bottom - top) / SAMPLES * 2;
    int moreColumns = 2 + (right - left) / SAMPLES * 2;
    int firstRow = Math.max(0, top - moreRows);
    int firstColumn = Math.max(0, left - moreColumns);
    int lastRow = Math.min(grid.rows() - 1, bottom + moreRows);
    int lastColumn = Math.min(grid.columns() - 1, right + moreColumns);
    return Optional.of(
        new GridWindow(
            grid, firstRow, lastRow - firstRow + 1, firstColumn, lastColumn - firstColumn + 1));
  }

  /**
   * @throws UnreadableFileException where images would take more memory than any part of one should
   */
  static void requireReadable(Path file, GridWindow window, long images)
      throws UnreadableFileException {
    if (images * window.size() > MOST_VALUES) {
      throw new UnreadableFileException(
          file,
          "",
          images
              + " images of "
              + window.columns()
              + " x "
              + window.rows()
              + " pixels are too many at once; name a smaller area");
    }
  }

  /** A window as a grid of its own, so that its projection is still told. */
  static Grid grid(GridWindow window) {
    if (window.base() instanceof ProjectedGrid base) {
      return new ProjectedGrid(
          base.projection(),
          base.firstX() + base.stepX() * window.firstColumn(),
          base.stepX(),
          window.columns(),
          base.firstY() + base.stepY() * window.firstRow(),
          base.stepY(),
          window.rows());
    }
    if (window.base() instanceof LatLonGrid base) {
      return new LatLonGrid(
          base.latitude(window.firstRow()),
          base.latitudeStep(),
          window.rows(),
          base.firstLongitude() + base.longitudeStep() * window.firstColumn(),
          base.longitudeStep(),
          window.columns());
    }
    return window;
  }
}
