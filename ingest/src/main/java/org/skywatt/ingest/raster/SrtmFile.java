package org.skywatt.ingest.raster;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.skywatt.core.grid.Grid;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * A tile of SRTM: heights of one square degree in metres, 16 bits big-endian, whose name tells the
 * south-western point ({@code N38W028.hgt}, or that in a zip file). Points lie on the borders and
 * are shared with the neighbours. −32768 is a void (USGS, SRTM documentation).
 */
final class SrtmFile implements RasterFile {
  private static final Pattern NAME =
      Pattern.compile("([NS])(\\d{2})([EW])(\\d{3})[^/]*\\.hgt(\\.zip)?", Pattern.CASE_INSENSITIVE);
  private static final int VOID = -32768;
  private static final int LARGEST_SIDE = 10_801;

  private final Path path;
  private final LatLonGrid grid;
  private final ShortBuffer heights;

  private SrtmFile(Path path, LatLonGrid grid, ShortBuffer heights) {
    this.path = path;
    this.grid = grid;
    this.heights = heights;
  }

  static boolean isNamedLikeOne(Path path) {
    return NAME.matcher(String.valueOf(path.getFileName())).matches();
  }

  static SrtmFile open(Path path) throws IOException {
    Matcher name = NAME.matcher(path.getFileName().toString());
    if (!name.matches()) {
      throw new UnreadableFileException(path, "", "its name tells no place, like N38W028.hgt");
    }
    int south = Integer.parseInt(name.group(2)) * (name.group(1).equalsIgnoreCase("N") ? 1 : -1);
    int west = Integer.parseInt(name.group(4)) * (name.group(3).equalsIgnoreCase("E") ? 1 : -1);
    byte[] bytes = name.group(5) == null ? plain(path) : unzipped(path);
    int side = (int) Math.round(Math.sqrt(bytes.length / 2.0));
    if (side < 2 || 2L * side * side != bytes.length) {
      throw new UnreadableFileException(
          path, "", bytes.length + " bytes are no square of heights: truncated, or no SRTM tile");
    }
    if (south < -90 || south > 89 || west < -180 || west > 179) {
      throw new UnreadableFileException(path, "", "its name tells a place that is not on earth");
    }
    double step = 1.0 / (side - 1);
    LatLonGrid grid = new LatLonGrid(south + 1, -step, side, west, step, side);
    return new SrtmFile(path, grid, ByteBuffer.wrap(bytes).asShortBuffer());
  }

  private static byte[] plain(Path path) throws IOException {
    if (Files.size(path) > 2L * LARGEST_SIDE * LARGEST_SIDE) {
      throw new UnreadableFileException(path, "", "too large for an SRTM tile");
    }
    return Files.readAllBytes(path);
  }

  private static byte[] unzipped(Path path) throws IOException {
    try (InputStream file = Files.newInputStream(path);
        ZipInputStream zip = new ZipInputStream(file)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().toLowerCase(Locale.ROOT).endsWith(".hgt")) {
          return zip.readNBytes(2 * LARGEST_SIDE * LARGEST_SIDE);
        }
      }
    } catch (ZipException | EOFException e) {
      throw new UnreadableFileException(path, "", "a damaged zip file: " + e.getMessage(), e);
    }
    throw new UnreadableFileException(path, "", "a zip file without an .hgt file");
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public String format() {
    return "srtm";
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
  public float[] read(int band, Window window) {
    float[] values = new float[window.size()];
    for (int row = 0; row < window.rows(); row++) {
      int from = (window.row() + row) * grid.columns() + window.column();
      for (int column = 0; column < window.columns(); column++) {
        short height = heights.get(from + column);
        values[row * window.columns() + column] = height == VOID ? Float.NaN : height;
      }
    }
    return values;
  }

  @Override
  public void close() {}
}
