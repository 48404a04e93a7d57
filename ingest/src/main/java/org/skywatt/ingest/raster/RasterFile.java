package org.skywatt.ingest.raster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.skywatt.core.grid.Grid;

/** An open raster whose rows run from north to south. Not safe for several threads. */
public interface RasterFile extends AutoCloseable {
  Path path();

  /** How it is stored, for people: {@code geotiff}, {@code srtm} or {@code esri_ascii}. */
  String format();

  int columns();

  int rows();

  int bands();

  /** Where its points lie; empty where the file does not say it. */
  Optional<Grid> grid();

  /**
   * The values of a window of a band in the file's unit, row by row; NaN in voids.
   *
   * @param band from 0
   * @throws org.skywatt.ingest.file.UnreadableFileException where they cannot be decoded
   */
  float[] read(int band, Window window) throws IOException;

  @Override
  void close() throws IOException;

  /** The whole raster. */
  default Window whole() {
    return new Window(0, 0, columns(), rows());
  }

  /** Columns and rows of a raster from its first ones on. */
  record Window(int column, int row, int columns, int rows) {
    /** Number of points. */
    public int size() {
      return Math.multiplyExact(columns, rows);
    }
  }
}
