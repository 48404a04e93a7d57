package org.skywatt.ingest.grib;

import java.io.IOException;
import java.nio.ByteBuffer;
import ucar.nc2.grib.grib2.Grib2Record;
import ucar.unidata.io.InMemoryRandomAccessFile;
import ucar.unidata.io.RandomAccessFile;

/**
 * Sections 5 to 7: packed numbers to floats, by NetCDF-Java. It decodes simple, complex, complex
 * with spatial differencing, and JPEG2000 packing; the others are refused by name.
 */
final class Unpacking {
  private static final int SIMPLE = 0;

  private final byte[] message;
  private final int representationAt;
  private final int bitmapAt;
  private final int dataLength;
  private final int points;
  private final int template;

  Unpacking(
      byte[] message, int representationAt, int bitmapAt, int dataAt, int dataLength, int points) {
    this.message = message;
    this.representationAt = representationAt;
    this.bitmapAt = bitmapAt;
    this.dataLength = dataLength;
    this.points = points;
    this.template = ByteBuffer.wrap(message).getShort(representationAt + 9) & 0xffff;
    if (dataAt <= representationAt) {
      throw new IllegalArgumentException("corrupt: the data come before their representation");
    }
  }

  /** The packing as ecCodes names it. */
  String name() {
    return switch (template) {
      case SIMPLE -> "grid_simple";
      case 2 -> "grid_complex";
      case 3 -> "grid_complex_spatial_differencing";
      case 40 -> "grid_jpeg";
      case 4 -> "grid_ieee";
      case 41 -> "grid_png";
      case 42 -> "grid_ccsds";
      default -> "5." + template;
    };
  }

  /** Values in scan order, NaN where missing; trouble is an IllegalArgumentException. */
  float[] values() {
    if (template != SIMPLE && template != 2 && template != 3 && template != 40) {
      throw new IllegalArgumentException(
          "packing "
              + name()
              + " (template 5."
              + template
              + ") is not supported; repack it with"
              + " grib_set -r -w packingType=grid_simple");
    }
    requireWholeData();
    try (RandomAccessFile file = new InMemoryRandomAccessFile("message", message)) {
      file.order(RandomAccessFile.BIG_ENDIAN);
      // Scan mode 0: the rows are turned by GridSection, for all eight orders.
      float[] values =
          Grib2Record.readData(
              file, representationAt, Math.max(bitmapAt, 0), points, 0, points, 1, null);
      if (values == null || values.length != points) {
        throw new IllegalArgumentException("corrupt: its data do not fill the grid");
      }
      return values;
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("corrupt: cannot unpack " + name() + ": " + e, e);
    }
  }

  /** The unpacker takes bits beyond the end for data, so simple packing is measured first. */
  private void requireWholeData() {
    ByteBuffer buffer = ByteBuffer.wrap(message);
    if (bitmapAt >= 0 && buffer.getInt(bitmapAt) - 6 < (points + 7L) / 8) {
      throw new IllegalArgumentException("corrupt: its bitmap is shorter than the grid");
    }
    long packed = buffer.getInt(representationAt + 5) & 0xffffffffL;
    long expected = bitmapAt >= 0 ? present(bitmapAt + 6) : points;
    if (template == SIMPLE) {
      int bits = message[representationAt + 19] & 0xff;
      if (bits > 32 || (packed * bits + 7) / 8 > dataLength - 5L || packed != expected) {
        throw new IllegalArgumentException(
            "corrupt: " + expected + " values of " + bits + " bits do not fit its data section");
      }
    }
  }

  private long present(int at) {
    long count = 0;
    for (int i = 0; i < points; i++) {
      count += (message[at + i / 8] >> (7 - i % 8)) & 1;
    }
    return count;
  }
}
