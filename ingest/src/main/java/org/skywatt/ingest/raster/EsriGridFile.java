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
import java.util.StringTokenizer;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * ESRI's ASCII grid ({@code ncols}, {@code nrows}, {@code xllcorner} or {@code xllcenter}, {@code
 * cellsize}, {@code NODATA_value}, then the rows from the north). It names no coordinate system:
 * coordinates that can be degrees are taken for them, others are refused.
 */
final class EsriGridFile extends LatLonRaster {
  private static final long MOST_POINTS = 200_000_000;
  private static final long FEWEST_BYTES_A_POINT = 2;
  private static final double USUAL_VOID = -9999;

  private final int headerLines;
  private final double missing;

  private EsriGridFile(Path path, LatLonGrid grid, int headerLines, double missing) {
    super(path, "esri_ascii", grid);
    this.headerLines = headerLines;
    this.missing = missing;
  }

  static EsriGridFile open(Path path) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(path, StandardCharsets.US_ASCII)) {
      Map<String, Double> header = new HashMap<>();
      int lines = 0;
      String line = in.readLine();
      while (line != null && !line.isBlank() && Character.isLetter(line.strip().charAt(0))) {
        StringTokenizer words = new StringTokenizer(line);
        header.put(words.nextToken().toLowerCase(Locale.ROOT), Double.valueOf(words.nextToken()));
        lines++;
        line = in.readLine();
      }
      double missing = header.getOrDefault("nodata_value", USUAL_VOID);
      return new EsriGridFile(path, grid(path, header), lines, missing);
    } catch (UnreadableFileException e) {
      throw e;
    } catch (MalformedInputException | RuntimeException e) {
      throw damaged(path, e);
    }
  }

  private static UnreadableFileException damaged(Path path, Exception cause) {
    return new UnreadableFileException(path, "", "no ESRI grid: " + cause.getMessage(), cause);
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

  @Override
  float[] load() throws IOException {
    float[] values = new float[columns() * rows()];
    int read = 0;
    try (BufferedReader in = Files.newBufferedReader(path(), StandardCharsets.US_ASCII)) {
      for (int line = 0; line < headerLines; line++) {
        in.readLine();
      }
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        StringTokenizer words = new StringTokenizer(line);
        while (words.hasMoreTokens()) {
          double value = Double.parseDouble(words.nextToken());
          if (read == values.length) {
            throw new UnreadableFileException(path(), "", "has more values than points");
          }
          values[read++] = value == missing ? Float.NaN : (float) value;
        }
      }
    } catch (MalformedInputException | NumberFormatException e) {
      throw damaged(path(), e);
    }
    if (read < values.length) {
      throw new UnreadableFileException(
          path(), "", "truncated: " + read + " of " + values.length + " values are there");
    }
    return values;
  }
}
