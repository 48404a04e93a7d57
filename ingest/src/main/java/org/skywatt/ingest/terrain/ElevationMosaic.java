package org.skywatt.ingest.terrain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.skywatt.core.grid.Grid;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.core.grid.ProjectedGrid;
import org.skywatt.ingest.file.UnreadableFileException;
import org.skywatt.ingest.raster.RasterFile;
import org.skywatt.ingest.raster.RasterFile.Window;
import org.skywatt.ingest.raster.RasterFiles;

/**
 * A window of a raster's lattice, filled from tiles that lie on the same lattice: same system, same
 * spacing, points on points. Where tiles overlap, the first that has a height there counts. Memory
 * is the window and one tile's part of it.
 */
final class ElevationMosaic {
  private static final double ALIGNED_STEPS = 0.01;
  private static final long MOST_POINTS = 200_000_000;

  private final Grid grid;
  private final float[] elevations;

  private ElevationMosaic(Grid grid) {
    this.grid = grid;
    elevations = new float[grid.size()];
    Arrays.fill(elevations, Float.NaN);
  }

  /**
   * Heights around {@code tile}'s part of the area.
   *
   * @param window columns and rows from the tile's first ones on, which may reach beyond it
   * @param neighbours other tiles; those of another lattice are left out
   */
  static ElevationModel read(RasterFile tile, Grid tileGrid, Window window, List<Path> neighbours)
      throws IOException {
    if ((long) window.columns() * window.rows() > MOST_POINTS) {
      throw new UnreadableFileException(
          tile.path(), "", "its sites lie too far apart for so fine a raster; take it in parts");
    }
    ElevationMosaic mosaic = new ElevationMosaic(shifted(tileGrid, window));
    mosaic.fill(tile, tileGrid);
    for (Path neighbour : neighbours) {
      if (!neighbour.equals(tile.path()) && !mosaic.isFull()) {
        try (RasterFile other = RasterFiles.open(neighbour)) {
          if (other.grid().isPresent()) {
            mosaic.fill(other, other.grid().get());
          }
        }
      }
    }
    return new ElevationModel(mosaic.grid, mosaic.elevations);
  }

  private boolean isFull() {
    for (float elevation : elevations) {
      if (Float.isNaN(elevation)) {
        return false;
      }
    }
    return true;
  }

  private void fill(RasterFile tile, Grid from) throws IOException {
    Optional<int[]> offset = offset(from);
    if (offset.isEmpty()) {
      return;
    }
    int column = offset.get()[0];
    int row = offset.get()[1];
    int left = Math.max(0, column);
    int top = Math.max(0, row);
    int right = Math.min(grid.columns(), column + from.columns());
    int bottom = Math.min(grid.rows(), row + from.rows());
    if (left >= right || top >= bottom) {
      return;
    }
    float[] part = tile.read(0, new Window(left - column, top - row, right - left, bottom - top));
    for (int i = 0; i < part.length; i++) {
      int to = (top + i / (right - left)) * grid.columns() + left + i % (right - left);
      if (Float.isNaN(elevations[to])) {
        elevations[to] = part[i];
      }
    }
  }

  /** Column and row here of another grid's first point; empty where it is of another lattice. */
  private Optional<int[]> offset(Grid other) {
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
        ? Optional.of(new int[] {(int) Math.rint(column), (int) Math.rint(row)})
        : Optional.empty();
  }

  private static boolean same(double a, double b, int steps) {
    return Math.abs(a - b) * steps < ALIGNED_STEPS * Math.abs(a);
  }

  /** As much of a window as lies on the earth. */
  static Window clipped(Grid grid, Window window) {
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

  /** The grid of a window of another, which may reach beyond it. */
  static Grid shifted(Grid grid, Window window) {
    if (grid instanceof LatLonGrid plain) {
      return new LatLonGrid(
          plain.latitude(window.row()),
          plain.latitudeStep(),
          window.rows(),
          plain.longitude(window.column()),
          plain.longitudeStep(),
          window.columns());
    }
    ProjectedGrid projected = (ProjectedGrid) grid;
    return new ProjectedGrid(
        projected.projection(),
        projected.firstX() + projected.stepX() * window.column(),
        projected.stepX(),
        window.columns(),
        projected.firstY() + projected.stepY() * window.row(),
        projected.stepY(),
        window.rows());
  }
}
