package org.skywatt.ingest.grib.packing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The packed data of a file's messages, framed with nothing but the lengths of their sections:
 * these tests are about numbers, whatever the grid and product are.
 */
final class PackedMessages {
  private PackedMessages() {}

  /** One field's data. */
  record Packed(
      byte[] message, int representationAt, int bitmapAt, int dataAt, int decimal, Rows rows) {
    boolean edition1() {
      return representationAt < 0;
    }

    String packing() {
      return edition1() ? data1().packing() : data2().packing();
    }

    float[] values() {
      return edition1() ? data1().values() : data2().values();
    }

    Packed with(byte[] changed) {
      return new Packed(changed, representationAt, bitmapAt, dataAt, decimal, rows);
    }

    private Grib1Data data1() {
      int end = message.length - 4;
      return new Grib1Data(message, bitmapAt, dataAt, end - dataAt, decimal, rows);
    }

    private Grib2Data data2() {
      return new Grib2Data(message, representationAt, bitmapAt, dataAt, rows);
    }
  }

  static List<Packed> of(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    List<Packed> all = new ArrayList<>();
    int at = 0;
    while ((at = indicator(bytes, at)) >= 0) {
      int edition = bytes[at + 7];
      long length = edition == 2 ? ByteBuffer.wrap(bytes).getLong(at + 8) : length1(bytes, at);
      if (length > bytes.length - at || length < 20) {
        break;
      }
      byte[] message = Arrays.copyOfRange(bytes, at, at + (int) length);
      if (edition == 2) {
        edition2(message, all);
      } else {
        all.add(edition1(message));
      }
      at += (int) length;
    }
    return all;
  }

  private static int length1(byte[] bytes, int at) {
    return three(bytes, at + 4);
  }

  /** Each section 7 ends a field; a bitmap holds until another comes. */
  private static void edition2(byte[] message, List<Packed> all) {
    ByteBuffer buffer = ByteBuffer.wrap(message);
    int[] sections = new int[9];
    int bitmap = -1;
    for (int at = 16; at < message.length - 4; at += buffer.getInt(at)) {
      int section = message[at + 4];
      sections[section] = at;
      if (section == 6) {
        int indicator = message[at + 5] & 0xff;
        bitmap = indicator == 0 ? at : indicator == 254 ? bitmap : -1;
      }
      if (section == 7) {
        Rows rows = rows2(buffer, sections[3]);
        all.add(new Packed(message, sections[5], bitmap, at, 0, rows));
      }
    }
  }

  private static Rows rows2(ByteBuffer buffer, int grid) {
    int points = buffer.getInt(grid + 6);
    int columns = buffer.getInt(grid + 30);
    boolean regular = columns > 0 && points % columns == 0;
    return regular ? Rows.regular(points / columns, columns) : Rows.regular(1, points);
  }

  private static Packed edition1(byte[] message) {
    int product = 8;
    int flags = message[product + 7];
    int grid = product + three(message, product);
    int bitmap = (flags & 0x80) == 0 ? grid : grid + three(message, grid);
    int data = (flags & 0x40) == 0 ? bitmap : bitmap + three(message, bitmap);
    int raw = two(message, product + 26);
    int decimal = (raw & 0x8000) == 0 ? raw : -(raw & 0x7fff);
    return new Packed(
        message, -1, (flags & 0x40) == 0 ? -1 : bitmap, data, decimal, rows1(message, grid));
  }

  private static Rows rows1(byte[] message, int grid) {
    int columns = two(message, grid + 6);
    int rows = two(message, grid + 8);
    int list = message[grid + 4] & 0xff;
    if (columns != 0xffff && rows != 0xffff) {
      boolean byColumns = (message[grid + 27] & 0x20) != 0;
      return byColumns ? Rows.regular(columns, rows) : Rows.regular(rows, columns);
    }
    // A thinned grid: the lengths of its rows (or columns) follow the vertical coordinates.
    int count = rows == 0xffff ? columns : rows;
    int at = grid + list - 1 + 4 * (message[grid + 3] & 0xff);
    int[] lengths = new int[count];
    for (int row = 0; row < count; row++) {
      lengths[row] = two(message, at + 2 * row);
    }
    return new Rows(lengths);
  }

  private static int indicator(byte[] bytes, int from) {
    for (int i = from; i < bytes.length - 8; i++) {
      if (bytes[i] == 'G' && bytes[i + 1] == 'R' && bytes[i + 2] == 'I' && bytes[i + 3] == 'B') {
        return i;
      }
    }
    return -1;
  }

  private static int two(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
  }

  private static int three(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 16 | two(bytes, at + 1);
  }
}
