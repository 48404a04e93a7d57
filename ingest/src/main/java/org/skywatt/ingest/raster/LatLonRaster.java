package org.skywatt.ingest.raster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.skywatt.core.grid.Grid;
import org.skywatt.core.grid.LatLonGrid;

/**
 * A raster of one band in longitude and latitude that is loaded as a whole, when it is first read:
 * many tiles are opened only to learn where they lie.
 */
abstract class LatLonRaster implements RasterFile {
  private final Path path;
  private final String format;
  private final LatLonGrid grid;
  private float[] values;

  LatLonRaster(Path path, String format, LatLonGrid grid) {
    this.path = path;
    this.format = format;
    this.grid = grid;
  }

  /** All values by the grid's index, in the file's unit; NaN in voids. */
  abstract float[] load() throws IOException;

  @Override
  public Path path() {
    return path;
  }

  @Override
  public String format() {
    return format;
  }

  @Override
  public int columns() {
    return grid.columns();
  }

  @Override
  public int rows() {
    return grid.rows();
  }

  @Override
  public int bands() {
    return 1;
  }

  @Override
  public Optional<Grid> grid() {
    return Optional.of(grid);
  }

  @Override
  public float[] read(int band, Window window) throws IOException {
    if (values == null) {
      values = load();
    }
    float[] part = new float[window.size()];
    for (int row = 0; row < window.rows(); row++) {
      int from = (window.row() + row) * grid.columns() + window.column();
      System.arraycopy(values, from, part, row * window.columns(), window.columns());
    }
    return part;
  }

  @Override
  public void close() {}
}
