package org.skywatt.ingest.grib;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import org.skywatt.ingest.file.UnreadableFileException;
import org.skywatt.ingest.grib.packing.Grib2Data;
import org.skywatt.ingest.grib.packing.Rows;

/** Walks the sections of one complete edition 2 message; each section 7 ends a field. */
final class MessageReader {
  private static final int INDICATOR_LENGTH = 16;

  private final Path file;
  private final int message;
  private final byte[] bytes;
  private final ByteBuffer buffer;

  private Instant initTime;
  private int productionStatus;
  private GridSection grid;
  private int productAt = -1;
  private int representationAt = -1;
  private int bitmapAt = -1;

  MessageReader(Path file, int message, byte[] bytes) {
    this.file = file;
    this.message = message;
    this.bytes = bytes;
    this.buffer = ByteBuffer.wrap(bytes);
  }

  /**
   * Reads all fields.
   *
   * @param field index of the first one in the file
   * @return index of the next message's first field
   */
  int read(int field, GribHandler handler) throws IOException, BrokenMessageException {
    int end = bytes.length - 4;
    int at = INDICATOR_LENGTH;
    int index = field;
    while (at < end) {
      int length = end - at < 5 ? 0 : buffer.getInt(at);
      if (length < 5 || length > end - at) {
        throw broken(index, "corrupt: a section at byte " + at + " says it is " + length + " long");
      }
      int section = buffer.get(at + 4) & 0xff;
      if (section == 7) {
        readField(index++, at, handler);
      } else {
        remember(section, at, length, index);
      }
      at += length;
    }
    if (index == field) {
      throw broken(index, "corrupt: it has no data section");
    }
    return index;
  }

  private void remember(int section, int at, int length, int index) throws BrokenMessageException {
    switch (section) {
      case 1 -> {
        requireLength(section, length, 21, index);
        productionStatus = buffer.get(at + 19) & 0xff;
        initTime = time(at + 12, index);
      }
      case 2 -> {}
      case 3 -> {
        requireLength(section, length, 15, index);
        grid = new GridSection(buffer.slice(at, length));
      }
      case 4 -> {
        requireLength(section, length, 9, index);
        productAt = at;
      }
      case 5 -> {
        requireLength(section, length, 11, index);
        representationAt = at;
      }
      case 6 -> {
        requireLength(section, length, 6, index);
        // 254: the bitmap that came before holds for this field too.
        int indicator = buffer.get(at + 5) & 0xff;
        bitmapAt = indicator == 0 ? at : indicator == 254 ? bitmapAt : -1;
        if (indicator != 0 && indicator != 254 && indicator != 255) {
          throw broken(index, "predefined bitmap " + indicator + " is not supported");
        }
      }
      default -> throw broken(index, "corrupt: section " + section + " does not exist");
    }
  }

  private void readField(int index, int dataAt, GribHandler handler) throws IOException {
    GribField field;
    try {
      field = decode(index, dataAt, handler);
    } catch (BrokenMessageException e) {
      handler.refused(index, e.reason());
      return;
    }
    if (field != null) {
      handler.field(field);
    }
  }

  /** The field; null where the handler does not want it. */
  private GribField decode(int index, int dataAt, GribHandler handler)
      throws BrokenMessageException {
    if (initTime == null || grid == null || productAt < 0 || representationAt < 0) {
      throw broken(index, "corrupt: a section before its data is missing");
    }
    try {
      int productLength = buffer.getInt(productAt);
      GribProduct product =
          ProductSection.parse(
              buffer.slice(productAt, productLength), bytes[6] & 0xff, productionStatus, initTime);
      GridSection.Layout layout = grid.layout();
      if (!handler.wants(product, layout.grid())) {
        return null;
      }
      Rows rows = Rows.regular(layout.grid().rows(), layout.grid().columns());
      Grib2Data data = new Grib2Data(bytes, representationAt, bitmapAt, dataAt, rows);
      float[] values = layout.northWestFirst(data.values());
      return new GribField(message, index, product, layout.grid(), data.packing(), values);
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
      throw new BrokenMessageException(new UnreadableFileException(file, where(index), why(e), e));
    }
  }

  private static String why(RuntimeException e) {
    return e instanceof IndexOutOfBoundsException
        ? "corrupt: a section is too short for what it says it holds"
        : e.getMessage();
  }

  private Instant time(int at, int index) throws BrokenMessageException {
    try {
      return ProductSection.time(buffer, at);
    } catch (DateTimeException e) {
      throw broken(index, "corrupt: reference time: " + e.getMessage());
    }
  }

  private void requireLength(int section, int length, int atLeast, int index)
      throws BrokenMessageException {
    if (length < atLeast) {
      throw broken(index, "corrupt: section " + section + " has only " + length + " bytes");
    }
  }

  private BrokenMessageException broken(int index, String why) {
    return new BrokenMessageException(file, where(index), why);
  }

  private String where(int index) {
    return "message " + message + ", field " + index;
  }
}
