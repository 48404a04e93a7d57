package org.skywatt.ingest.terrain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.skywatt.core.grid.Grid;
import org.skywatt.ingest.file.UnreadableFileException;
import org.skywatt.ingest.raster.RasterFile;
import org.skywatt.ingest.raster.RasterFile.Window;
import org.skywatt.ingest.raster.RasterFiles;

/**
 * A window of a raster's lattice, filled from tiles whose points are the same. Where tiles overlap,
 * the first that has a height there counts. Memory is the window and one tile.
 */
final class ElevationMosaic {
  private static final long MOST_POINTS = 200_000_000;

  private final Lattice lattice;
  private final float[] elevations;

  private ElevationMosaic(Lattice lattice) {
    this.lattice = lattice;
    elevations = new float[lattice.grid().size()];
    Arrays.fill(elevations, Float.NaN);
  }

  /**
   * Heights of a window of {@code tile}.
   *
   * @param window columns and rows from the tile's first ones on, which may reach beyond it
   * @param neighbours other tiles. One that cannot be read is left out: its own turn tells why
   */
  static ElevationModel read(RasterFile tile, Lattice from, Window window, List<Path> neighbours)
      throws IOException {
    if ((long) window.columns() * window.rows() > MOST_POINTS) {
      throw new UnreadableFileException(
          tile.path(), "", "its sites lie too far apart for so fine a raster; take it in parts");
    }
    ElevationMosaic mosaic = new ElevationMosaic(from.part(window));
    mosaic.fill(tile, from.grid());
    for (Path neighbour : neighbours) {
      if (!neighbour.equals(tile.path())) {
        mosaic.fill(neighbour);
      }
    }
    return new ElevationModel(mosaic.lattice, mosaic.elevations);
  }

  private void fill(Path neighbour) throws IOException {
    try (RasterFile other = RasterFiles.open(neighbour)) {
      if (other.grid().isPresent()) {
        fill(other, other.grid().get());
      }
    } catch (UnreadableFileException e) {
      // The ground beyond the edge is unknown then, as it is where there is no tile.
    }
  }

  private void fill(RasterFile tile, Grid from) throws IOException {
    Optional<Window> place = lattice.find(from);
    if (place.isEmpty()) {
      return;
    }
    int column = place.get().column();
    int row = place.get().row();
    int left = Math.max(0, column);
    int top = Math.max(0, row);
    int width = Math.min(lattice.columns(), column + from.columns()) - left;
    int height = Math.min(lattice.rows(), row + from.rows()) - top;
    if (width <= 0 || height <= 0) {
      return;
    }
    float[] part = tile.read(0, new Window(left - column, top - row, width, height));
    for (int i = 0; i < part.length; i++) {
      int to = (top + i / width) * lattice.columns() + left + i % width;
      if (Float.isNaN(elevations[to])) {
        elevations[to] = part[i];
      }
    }
  }
}
