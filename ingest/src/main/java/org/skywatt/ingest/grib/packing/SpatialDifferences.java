package org.skywatt.ingest.grib.packing;

/**
 * Undoes spatial differencing of the first or second order (WMO Manual on Codes, data template
 * 7.3): the field's first values and the least difference stand before the groups, and each packed
 * number is a difference less that least one. Missing values are passed over.
 */
final class SpatialDifferences {
  private static final int MOST_OCTETS = 7;

  private final int order;
  private final int octets;
  private final long first;
  private final long second;
  private final long least;
  private final double offset;
  private final double factor;

  private int seen;
  private long last;
  private long slope;

  private SpatialDifferences(int order, int octets, Bits bits, Scale scale) {
    this.order = order;
    this.octets = octets;
    bits.require(0, order + 1L, 8 * octets, "octets of spatial differencing");
    int width = 8 * octets;
    this.first = bits.at(0, width);
    this.second = bits.at(width, width);
    long raw = bits.at((long) order * width, width);
    long sign = width == 0 ? 0 : 1L << (width - 1);
    this.least = (raw & sign) == 0 ? raw : -(raw ^ sign);
    this.offset = scale.offset();
    this.factor = scale.factor();
  }

  static SpatialDifferences of(Section representation, Bits bits, Scale scale) {
    int order = representation.unsigned8(48);
    int octets = representation.unsigned8(49);
    if (order > 2) {
      throw new IllegalArgumentException(
          "spatial differencing of order " + order + " is not supported");
    }
    if (octets > MOST_OCTETS) {
      throw new IllegalArgumentException("corrupt: first values of " + octets + " octets");
    }
    return new SpatialDifferences(order, octets, bits, scale);
  }

  /** Bits before the groups. */
  long bits() {
    return (order + 1L) * octets * 8;
  }

  /** The value of the next packed number. */
  float next(long packed) {
    if (seen < order) {
      long value = seen == 0 ? first : second;
      slope = value - last;
      last = value;
      seen++;
    } else if (order == 1) {
      last += packed + least;
    } else {
      slope += packed + least;
      last += slope;
    }
    return (float) (offset + last * factor);
  }

  /** The next values, none missing; the bits are there. */
  void unpack(
      Bits bits, long firstBit, int width, long reference, float[] values, int from, int to) {
    int i = from;
    long bit = firstBit;
    for (; i < to && seen < order; i++, bit += width) {
      values[i] = next(reference + bits.at(bit, width));
    }
    // A shift by 64 does nothing in Java, so no bits need their own mask.
    long mask = width == 0 ? 0 : -1;
    int drop = 64 - width;
    long base = reference + least;
    byte[] bytes = bits.bytes();
    long value = last;
    if (order == 1) {
      for (; i < to; i++, bit += width) {
        value += base + ((Bits.window(bytes, bit) & mask) >>> drop);
        values[i] = (float) (offset + value * factor);
      }
    } else {
      long difference = slope;
      for (; i < to; i++, bit += width) {
        difference += base + ((Bits.window(bytes, bit) & mask) >>> drop);
        value += difference;
        values[i] = (float) (offset + value * factor);
      }
      slope = difference;
    }
    last = value;
  }
}
