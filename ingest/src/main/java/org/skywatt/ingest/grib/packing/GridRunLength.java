package org.skywatt.ingest.grib.packing;

import java.util.Arrays;

/**
 * Run lengths of levels: template 5.200, radar and satellite products of the Japan Meteorological
 * Agency. A number up to the largest level starts a run; larger ones behind it are the digits of
 * its length, lowest first, to the base of the numbers that are left. Level 0 is missing; the
 * others stand for a table of values.
 */
final class GridRunLength {
  private final Section representation;
  private final Bits bits;
  private final int width;
  private final int largest;
  private final float[] levels;

  private GridRunLength(Section representation, Section data) {
    this.representation = representation;
    this.bits = Bits.of(data, 6);
    this.width = representation.unsigned8(12);
    this.largest = representation.unsigned16(13);
    if (width < 1 || width > 16 || largest >= 1 << width) {
      throw new IllegalArgumentException(
          "corrupt: levels up to " + largest + " in numbers of " + width + " bits");
    }
    this.levels = levels();
  }

  static float[] decode(Section representation, Section data, int count) {
    return new GridRunLength(representation, data).values(count);
  }

  /** Octet 17 is the decimal scale, the table's two octets a level follow. */
  private float[] levels() {
    int raw = representation.unsigned8(17);
    int decimal = (raw & 0x80) == 0 ? raw : -(raw & 0x7f);
    int size = representation.unsigned16(15);
    float[] table = new float[largest + 1];
    table[0] = Float.NaN;
    for (int level = 1; level <= largest; level++) {
      if (level > size) {
        throw new IllegalArgumentException("corrupt: level " + level + " has no value");
      }
      table[level] = (float) (representation.unsigned16(16 + 2 * level) * Math.pow(10, -decimal));
    }
    return table;
  }

  private float[] values(int count) {
    float[] values = new float[count];
    int base = (1 << width) - 1 - largest;
    long bit = 0;
    int at = 0;
    while (at < count) {
      bits.require(bit, 1, width, "levels");
      int level = (int) bits.at(bit, width);
      bit += width;
      if (level > largest) {
        throw new IllegalArgumentException("corrupt: a run without a level");
      }
      long length = 1;
      long place = 1;
      while (bit + width <= bits.size() && bits.at(bit, width) > largest) {
        length += place * (bits.at(bit, width) - largest - 1);
        bit += width;
        place *= base;
        if (length > count - at || place > Integer.MAX_VALUE) {
          throw new IllegalArgumentException("corrupt: a run is longer than the grid");
        }
      }
      Arrays.fill(values, at, at + (int) length, levels[level]);
      at += (int) length;
    }
    return values;
  }
}
