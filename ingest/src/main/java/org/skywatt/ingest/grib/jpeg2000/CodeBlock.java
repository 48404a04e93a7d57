package org.skywatt.ingest.grib.jpeg2000;

import java.util.Arrays;

/** A code-block as its packets fill it: zero bit planes, and segments of coded bytes. */
final class CodeBlock {
  private static final int FIRST_BYPASSED = 10;
  private static final int UNLIMITED = 109;

  final Area area;
  boolean included;
  int zeroPlanes;
  int lengthBits = 3;

  byte[] data = new byte[0];
  int size;
  int segments;
  int[] passes = new int[1];
  int[] lengths = new int[1];
  private int room;

  CodeBlock(Area area) {
    this.area = area;
  }

  /** Passes that the current segment still takes; opens a new one where it is full. */
  int room(CodingStyle style) {
    if (segments > 0 && room > 0) {
      return room;
    }
    int most = UNLIMITED;
    if (style.has(CodingStyle.TERMINATE_EACH)) {
      most = 1;
    } else if (style.has(CodingStyle.BYPASS)) {
      most = segments == 0 ? FIRST_BYPASSED : segments % 2 == 1 ? 2 : 1;
    }
    if (segments == passes.length) {
      passes = Arrays.copyOf(passes, 2 * segments);
      lengths = Arrays.copyOf(lengths, 2 * segments);
    }
    segments++;
    room = most;
    return room;
  }

  /** Adds passes to the current segment. */
  void add(int count) {
    passes[segments - 1] += count;
    room -= count;
  }

  /** Adds coded bytes to a segment; segments are filled in their order. */
  void append(int segment, byte[] from, int at, int length) {
    if (size + length > data.length) {
      data = Arrays.copyOf(data, Math.max(size + length, 2 * data.length));
    }
    System.arraycopy(from, at, data, size, length);
    size += length;
    lengths[segment] += length;
  }
}
