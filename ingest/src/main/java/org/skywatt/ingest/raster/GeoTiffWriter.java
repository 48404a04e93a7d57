package org.skywatt.ingest.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.skywatt.core.grid.LatLonGrid;

/**
 * Writes a raster of floats in longitude and latitude (EPSG:4326) as an uncompressed GeoTIFF 1.0
 * (OGC 19-008r4): one strip, pixels are areas around the grid's points, NaN for no data. GeoTools'
 * writer would unpack its EPSG database into the temporary folder to do the same.
 */
public final class GeoTiffWriter {
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int ASCII = 2;
  private static final int DOUBLE = 12;

  private final ByteBuffer directory;
  private final ByteBuffer values;
  private final int valuesAt;

  private GeoTiffWriter(int entries, int valueBytes) {
    directory = ByteBuffer.allocate(2 + 12 * entries + 4).order(ByteOrder.LITTLE_ENDIAN);
    values = ByteBuffer.allocate(valueBytes).order(ByteOrder.LITTLE_ENDIAN);
    valuesAt = 8 + directory.capacity();
    directory.putShort((short) entries);
  }

  /**
   * Writes a file.
   *
   * @param elevations by the grid's index
   * @param description what the raster is, ASCII
   */
  public static void write(Path file, LatLonGrid grid, float[] elevations, String description)
      throws IOException {
    if (elevations.length != grid.size()) {
      throw new IllegalArgumentException(elevations.length + " values for " + grid.size());
    }
    if (grid.latitudeStep() > 0) {
      throw new IllegalArgumentException("rows must run from north to south");
    }
    byte[] text = (description + "\0").getBytes(StandardCharsets.US_ASCII);
    byte[] noData = "nan\0".getBytes(StandardCharsets.US_ASCII);
    double[] scale = {grid.longitudeStep(), -grid.latitudeStep(), 0};
    double[] tie = {
      0,
      0,
      0,
      grid.firstLongitude() - grid.longitudeStep() / 2,
      grid.firstLatitude() - grid.latitudeStep() / 2,
      0
    };
    // Header; model geographic (2); pixels are areas (1); WGS 84 (4326).
    short[] keys = {1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326};
    int valueBytes = text.length + 8 * scale.length + 8 * tie.length + 2 * keys.length;
    GeoTiffWriter tiff = new GeoTiffWriter(15, valueBytes);
    int dataAt = tiff.valuesAt + valueBytes;
    tiff.number(256, LONG, grid.columns());
    tiff.number(257, LONG, grid.rows());
    tiff.number(258, SHORT, 32);
    tiff.number(259, SHORT, 1);
    tiff.number(262, SHORT, 1);
    tiff.entry(270, ASCII, text.length).putInt(tiff.valuesAt + tiff.values.position());
    tiff.values.put(text);
    tiff.number(273, LONG, dataAt);
    tiff.number(277, SHORT, 1);
    tiff.number(278, LONG, grid.rows());
    tiff.number(279, LONG, 4 * grid.size());
    tiff.number(339, SHORT, 3); // floating point
    tiff.doubles(33550, scale);
    tiff.doubles(33922, tie);
    tiff.entry(34735, SHORT, keys.length).putInt(tiff.valuesAt + tiff.values.position());
    for (short key : keys) {
      tiff.values.putShort(key);
    }
    tiff.entry(42113, ASCII, noData.length).put(noData);
    tiff.directory.putInt(0);
    ByteBuffer out = ByteBuffer.allocate(dataAt + 4 * grid.size()).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
    out.put(tiff.directory.array()).put(tiff.values.array());
    for (float elevation : elevations) {
      out.putFloat(elevation);
    }
    Files.write(file, out.array());
  }

  private ByteBuffer entry(int tag, int type, int count) {
    return directory.putShort((short) tag).putShort((short) type).putInt(count);
  }

  private void number(int tag, int type, int value) {
    entry(tag, type, 1).putInt(value);
  }

  private void doubles(int tag, double[] numbers) {
    entry(tag, DOUBLE, numbers.length).putInt(valuesAt + values.position());
    for (double number : numbers) {
      values.putDouble(number);
    }
  }
}
