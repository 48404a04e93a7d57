package org.skywatt.ingest.grib.packing;

/**
 * General extended second-order packing of ECMWF (GRIBEX, "grid_second_order"): groups with their
 * own width and first-order value, of spatial differences of order 0 to 3. The first values and the
 * least difference stand in the section that describes the data; after them come the widths, the
 * lengths and the first-order values of the groups, each from a whole byte, and then the numbers.
 *
 * @param groups their number
 * @param firstOrderWidth bits of a first-order value
 * @param widthWidth bits of a group's width
 * @param lengthWidth bits of a group's length
 * @param first values before the first difference, as many as the order
 * @param least the least difference
 */
record SecondOrderGroups(
    int groups, int firstOrderWidth, int widthWidth, int lengthWidth, long[] first, long least) {

  /** Reads the first values and the least difference: a width in one octet, then the numbers. */
  static SecondOrderGroups of(
      Section section, int octet, int order, int groups, int firstOrder, int widths, int lengths) {
    long[] first = new long[order];
    long least = 0;
    if (order > 0) {
      int width = section.unsigned8(octet);
      Bits bits = Bits.of(section, octet + 1);
      bits.require(0, order + 1L, width, "first values");
      for (int i = 0; i < order; i++) {
        first[i] = bits.at((long) i * width, width);
      }
      long raw = bits.at((long) order * width, width);
      long sign = width == 0 ? 0 : 1L << (width - 1);
      least = (raw & sign) == 0 ? raw : -(raw ^ sign);
    }
    return new SecondOrderGroups(groups, firstOrder, widths, lengths, first, least);
  }

  /** Octets that the first values take, with that of their width. */
  static int octetsOfFirst(Section section, int octet, int order) {
    return order == 0 ? 0 : 1 + (section.unsigned8(octet) * (order + 1) + 7) / 8;
  }

  /** The values. */
  float[] decode(Bits bits, int count, Scale scale) {
    float[] values = new float[count];
    if (count < first.length) {
      throw new IllegalArgumentException("corrupt: " + count + " values of order " + first.length);
    }
    for (int i = 0; i < first.length; i++) {
      values[i] = scale.value(first[i]);
    }
    Differences differences = new Differences(first, least);
    long widthAt = 0;
    long lengthAt = Bits.nextByte(bits.require(0, groups, widthWidth, "group widths"));
    long firstAt = Bits.nextByte(bits.require(lengthAt, groups, lengthWidth, "group lengths"));
    long bit = Bits.nextByte(bits.require(firstAt, groups, firstOrderWidth, "first-order values"));
    int at = first.length;
    for (int group = 0; group < groups; group++) {
      int width = (int) Math.min(bits.at(widthAt, widthWidth), Bits.WIDEST + 1);
      long length = bits.at(lengthAt, lengthWidth);
      long firstOrder = bits.at(firstAt, firstOrderWidth);
      widthAt += widthWidth;
      lengthAt += lengthWidth;
      firstAt += firstOrderWidth;
      if (length > count - at) {
        throw new IllegalArgumentException(
            "corrupt: its groups hold more than " + count + " values");
      }
      bits.require(bit, length, width, "second-order values");
      for (long i = 0; i < length; i++, bit += width) {
        values[at++] = scale.value(differences.next(firstOrder + bits.at(bit, width)));
      }
    }
    if (at != count) {
      throw new IllegalArgumentException(
          "corrupt: its groups hold " + at + " of " + count + " values");
    }
    return values;
  }

  /** Sums differences up, as often as their order says. */
  private static final class Differences {
    private final int order;
    private final long least;
    private long value;
    private long slope;
    private long curvature;

    private Differences(long[] first, long least) {
      this.order = first.length;
      this.least = least;
      if (order > 0) {
        value = first[order - 1];
      }
      if (order > 1) {
        slope = value - first[order - 2];
      }
      if (order > 2) {
        curvature = slope - (first[1] - first[0]);
      }
    }

    private long next(long number) {
      long difference = number + least;
      switch (order) {
        case 0 -> value = number;
        case 1 -> value += difference;
        case 2 -> {
          slope += difference;
          value += slope;
        }
        default -> {
          curvature += difference;
          slope += curvature;
          value += slope;
        }
      }
      return value;
    }
  }
}
