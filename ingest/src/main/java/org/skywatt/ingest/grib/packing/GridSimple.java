package org.skywatt.ingest.grib.packing;

import java.util.Arrays;

/** Numbers of one width, one after the other: template 5.0, and the grid points of edition 1. */
final class GridSimple {
  static final int WIDEST = 32;

  private GridSimple() {}

  static float[] decode(Bits bits, int count, int width, Scale scale) {
    float[] values = new float[count];
    if (width == 0) {
      Arrays.fill(values, (float) scale.constant());
      return values;
    }
    if (width > WIDEST) {
      throw new IllegalArgumentException("corrupt: values of " + width + " bits");
    }
    bits.require(0, count, width, "values");
    unpack(bits, 0, width, scale.offset(), scale.factor(), values, 0, count);
    return values;
  }

  /** Unpacks numbers of 1 to 32 bits, which must be there: {@code offset + number × factor}. */
  static void unpack(
      Bits bits,
      long firstBit,
      int width,
      double offset,
      double factor,
      float[] values,
      int from,
      int to) {
    byte[] bytes = bits.bytes();
    int drop = 64 - width;
    int i = from;
    long bit = firstBit;
    // Eight numbers fill as many bytes as one has bits: inside, places are the same each time.
    if (to - from >= 64 && (firstBit & 7) == 0) {
      int at = (int) (firstBit >>> 3);
      int last = to - 7;
      for (; i < last; i += 8, at += width) {
        for (int k = 0; k < 8; k++) {
          int inside = k * width;
          long number = Bits.eightBytes(bytes, at + (inside >>> 3)) << (inside & 7) >>> drop;
          values[i + k] = (float) (offset + number * factor);
        }
      }
      bit = firstBit + (long) (i - from) * width;
    }
    for (; i < to; i++, bit += width) {
      values[i] = (float) (offset + (Bits.window(bytes, bit) >>> drop) * factor);
    }
  }
}
