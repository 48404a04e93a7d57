package org.skywatt.ingest.raster;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * A tile of SRTM: heights of one square degree in metres, 16 bits big-endian, whose name tells the
 * south-western point ({@code N38W028.hgt}, or that in a zip file). Points lie on the borders and
 * are shared with the neighbours. −32768 is a void (USGS, SRTM documentation).
 */
final class SrtmFile extends LatLonRaster {
  private static final Pattern NAME =
      Pattern.compile("([NS])(\\d{2})([EW])(\\d{3})[^/]*\\.hgt(\\.zip)?", Pattern.CASE_INSENSITIVE);
  private static final int VOID = -32768;
  private static final int LARGEST_SIDE = 10_801;

  private final int bytes;

  private SrtmFile(Path path, LatLonGrid grid, int bytes) {
    super(path, "srtm", grid);
    this.bytes = bytes;
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
    if (south < -90 || south > 89 || west < -180 || west > 179) {
      throw new UnreadableFileException(path, "", "its name tells a place that is not on earth");
    }
    long bytes = isZipped(path) ? unzippedSize(path) : Files.size(path);
    int side = (int) Math.round(Math.sqrt(bytes / 2.0));
    if (side < 2 || side > LARGEST_SIDE || 2L * side * side != bytes) {
      throw new UnreadableFileException(
          path, "", bytes + " bytes are no square of heights: truncated, or no SRTM tile");
    }
    double step = 1.0 / (side - 1);
    return new SrtmFile(
        path, new LatLonGrid(south + 1, -step, side, west, step, side), (int) bytes);
  }

  private static boolean isZipped(Path path) {
    return path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  private static long unzippedSize(Path path) throws IOException {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      return tile(zip, path).getSize();
    } catch (ZipException e) {
      throw damaged(path, e);
    }
  }

  private static ZipEntry tile(ZipFile zip, Path path) throws IOException {
    return zip.stream()
        .filter(entry -> entry.getName().toLowerCase(Locale.ROOT).endsWith(".hgt"))
        .findFirst()
        .map(ZipEntry.class::cast)
        .orElseThrow(
            () -> new UnreadableFileException(path, "", "a zip file without an .hgt file"));
  }

  private static UnreadableFileException damaged(Path path, IOException cause) {
    return new UnreadableFileException(
        path, "", "a damaged zip file: " + cause.getMessage(), cause);
  }

  @Override
  float[] load() throws IOException {
    byte[] read = isZipped(path()) ? unzipped() : Files.readAllBytes(path());
    if (read.length != bytes) {
      throw new UnreadableFileException(path(), "", "damaged: holds other bytes than it tells");
    }
    ShortBuffer heights = ByteBuffer.wrap(read).asShortBuffer();
    float[] values = new float[heights.limit()];
    for (int i = 0; i < values.length; i++) {
      short height = heights.get(i);
      values[i] = height == VOID ? Float.NaN : height;
    }
    return values;
  }

  private byte[] unzipped() throws IOException {
    try (ZipFile zip = new ZipFile(path().toFile());
        InputStream in = zip.getInputStream(tile(zip, path()))) {
      return in.readNBytes(bytes + 1); // one more shows that there is more
    } catch (ZipException | EOFException e) {
      throw damaged(path(), e);
    }
  }
}
