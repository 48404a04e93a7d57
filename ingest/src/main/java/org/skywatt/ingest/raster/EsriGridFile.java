package org.skywatt.ingest.raster;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;
import org.skywatt.core.grid.Grid;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * ESRI's ASCII grid ({@code ncols}, {@code nrows}, {@code xllcorner} or {@code xllcenter}, {@code
 * cellsize}, {@code NODATA_value}, then the rows from the north). It names no coordinate system:
 * coordinates that can be degrees are taken for them, others are refused.
 */
final class EsriGridFile implements RasterFile {
  private static final long MOST_POINTS = 200_000_000;
  private static final long FEWEST_BYTES_A_POINT = 2;

  private final Path path;
  private final LatLonGrid grid;
  private final float[] values;

  private EsriGridFile(Path path, LatLonGrid grid, float[] values) {
    this.path = path;
    this.grid = grid;
    this.values = values;
  }

  static EsriGridFile open(Path path) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(path, StandardCharsets.US_ASCII)) {
      Map<String, Double> header = new HashMap<>();
      String line = in.readLine();
      while (line != null && !line.isBlank() && Character.isLetter(line.strip().charAt(0))) {
        StringTokenizer words = new StringTokenizer(line);
        header.put(words.nextToken().toLowerCase(Locale.ROOT), Double.valueOf(words.nextToken()));
        line = in.readLine();
      }
      LatLonGrid grid = grid(path, header);
      return new EsriGridFile(path, grid, values(path, grid, header, in, line));
    } catch (UnreadableFileException e) {
      throw e;
    } catch (MalformedInputException | RuntimeException e) {
      throw new UnreadableFileException(path, "", "no ESRI grid: " + e.getMessage(), e);
    }
  }

  private static LatLonGrid grid(Path path, Map<String, Double> header) throws IOException {
    for (String key : new String[] {"ncols", "nrows", "cellsize"}) {
      if (!(header.getOrDefault(key, Double.NaN) > 0)) {
        throw new UnreadableFileException(path, "", "has no " + key + " above 0");
      }
    }
    double columns = header.get("ncols");
    double rows = header.get("nrows");
    if (columns * rows > Math.min(MOST_POINTS, Files.size(path) / FEWEST_BYTES_A_POINT + 1)) {
      throw new UnreadableFileException(
          path, "", columns + " x " + rows + " points are more than the file holds");
    }
    double step = header.get("cellsize");
    double west = edge(path, header, "xll", step);
    double south = edge(path, header, "yll", step);
    double north = south + step * (rows - 1);
    if (Math.abs(west) > 360 || Math.abs(south) > 90 || Math.abs(north) > 90) {
      throw new UnreadableFileException(
          path, "", "not in degrees; name its system with gdalwarp -t_srs EPSG:4326 and a GeoTIFF");
    }
    return new LatLonGrid(north, -step, (int) rows, west, step, (int) columns);
  }

  private static double edge(Path path, Map<String, Double> header, String axis, double step)
      throws IOException {
    Double centre = header.get(axis + "center");
    Double corner = header.get(axis + "corner");
    if (centre == null && corner == null) {
      throw new UnreadableFileException(path, "", "has neither " + axis + "corner nor -center");
    }
    return centre != null ? centre : corner + step / 2;
  }

  private static float[] values(
      Path path, LatLonGrid grid, Map<String, Double> header, BufferedReader in, String first)
      throws IOException {
    double missing = header.getOrDefault("nodata_value", -9999.0);
    float[] values = new float[grid.size()];
    int read = 0;
    for (String line = first; line != null; line = in.readLine()) {
      StringTokenizer words = new StringTokenizer(line);
      while (words.hasMoreTokens()) {
        double value = Double.parseDouble(words.nextToken());
        if (read == values.length) {
          throw new UnreadableFileException(path, "", "has more values than points");
        }
        values[read++] = value == missing ? Float.NaN : (float) value;
      }
    }
    if (read < values.length) {
      throw new UnreadableFileException(
          path, "", "truncated: " + read + " of " + values.length + " values are there");
    }
    return values;
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public String format() {
    return "esri_ascii";
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
    float[] part = new float[window.size()];
    for (int row = 0; row < window.rows(); row++) {
      System.arraycopy(
          values,
          (window.row() + row) * grid.columns() + window.column(),
          part,
          row * window.columns(),
          window.columns());
    }
    return part;
  }

  @Override
  public void close() {}
}
