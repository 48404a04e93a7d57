package org.skywatt.ingest.grib.packing;

/**
 * Second-order packing of edition 1 (WMO Manual on Codes, FM 92 edition 1, code table 11): a group
 * by row, groups by a secondary bitmap of one or of different widths, and ECMWF's general extended
 * packing. Octet 14 tells them apart.
 */
final class SecondOrder1 {
  private static final int MATRIX = 0x40;
  private static final int SECONDARY_BITMAP = 0x20;
  private static final int DIFFERENT_WIDTHS = 0x10;
  private static final int GENERAL = 0x08;
  private static final int BOUSTROPHEDONIC = 0x04;

  private final Section data;
  private final int flags;

  SecondOrder1(Section data) {
    this.data = data;
    this.flags = data.unsigned8(14);
  }

  /** The packing as ecCodes names it. */
  String packing() {
    boolean bitmap = (flags & SECONDARY_BITMAP) != 0;
    boolean different = (flags & DIFFERENT_WIDTHS) != 0;
    if ((flags & MATRIX) != 0) {
      return "grid_second_order_matrix";
    }
    if ((flags & GENERAL) != 0 && different && !bitmap) {
      return switch (order()) {
        case 0 -> "grid_second_order_no_SPD";
        case 1 -> "grid_second_order_SPD1";
        case 2 -> "grid_second_order";
        default -> "grid_second_order_SPD3";
      };
    }
    if ((flags & GENERAL) == 0 && different) {
      return bitmap ? "grid_second_order_general_grib1" : "grid_second_order_row_by_row";
    }
    if ((flags & GENERAL) == 0 && bitmap) {
      return "grid_second_order_constant_width";
    }
    return "grid_second_order with flags " + flags;
  }

  /** Whether every second row runs backwards. */
  boolean turnsRows() {
    return (flags & BOUSTROPHEDONIC) != 0;
  }

  /**
   * The coded values.
   *
   * @param rowLengths values of each row that are not missing
   */
  float[] decode(int count, int[] rowLengths, Scale scale) {
    return switch (packing()) {
      case "grid_second_order_no_SPD",
          "grid_second_order_SPD1",
          "grid_second_order",
          "grid_second_order_SPD3" ->
          general(count, scale);
      case "grid_second_order_row_by_row" -> rowByRow(count, rowLengths, scale);
      case "grid_second_order_constant_width" -> bySecondaryBitmap(count, scale, true);
      case "grid_second_order_general_grib1" -> bySecondaryBitmap(count, scale, false);
      default ->
          throw new IllegalArgumentException(
              "packing " + packing() + " is not supported; repack it with ecCodes");
    };
  }

  private int order() {
    return flags & 3;
  }

  /** Groups; octet 21 holds what does not fit into two octets. */
  private int groups(int most) {
    int groups = data.unsigned16(17) + 65536 * data.unsigned8(21);
    if (groups > most) {
      throw new IllegalArgumentException("corrupt: " + groups + " groups for " + most + " values");
    }
    return groups;
  }

  private float[] general(int count, Scale scale) {
    int order = order();
    SecondOrderGroups groups =
        SecondOrderGroups.of(
            data,
            26,
            order,
            groups(count),
            data.unsigned8(11),
            data.unsigned8(22),
            data.unsigned8(23));
    int octet = 26 + SecondOrderGroups.octetsOfFirst(data, 26, order);
    return groups.decode(Bits.of(data, octet), count, scale);
  }

  private float[] rowByRow(int count, int[] rowLengths, Scale scale) {
    int groups = groups(rowLengths.length);
    int firstWidth = data.unsigned8(11);
    Bits bits = Bits.of(data, 22 + groups);
    long bit = Bits.nextByte(bits.require(0, groups, firstWidth, "first-order values"));
    float[] values = new float[count];
    int at = 0;
    for (int group = 0; group < groups; group++) {
      int width = data.unsigned8(22 + group);
      long first = bits.at((long) group * firstWidth, firstWidth);
      bits.require(bit, rowLengths[group], width, "second-order values");
      for (int i = 0; i < rowLengths[group]; i++, bit += width) {
        values[at++] = scale.value(first + bits.at(bit, width));
      }
    }
    if (at != count) {
      throw new IllegalArgumentException(
          "corrupt: its rows hold " + at + " of " + count + " values");
    }
    return values;
  }

  /** A bit a value: 1 where a group starts. */
  private float[] bySecondaryBitmap(int count, Scale scale, boolean oneWidth) {
    int groups = groups(count);
    int firstWidth = data.unsigned8(11);
    Bits bits = Bits.of(data, oneWidth ? 23 : 22 + groups);
    long firstAt = Bits.nextByte(bits.require(0, count, 1, "bits of the secondary bitmap"));
    long bit = Bits.nextByte(bits.require(firstAt, groups, firstWidth, "first-order values"));
    float[] values = new float[count];
    int group = -1;
    int width = 0;
    long first = 0;
    for (int i = 0; i < count; i++, bit += width) {
      if (bits.at(i, 1) == 1) {
        group++;
        if (group >= groups) {
          throw new IllegalArgumentException(
              "corrupt: more groups than the " + groups + " there are");
        }
        width = data.unsigned8(oneWidth ? 22 : 22 + group);
        first = bits.at(firstAt + (long) group * firstWidth, firstWidth);
      } else if (group < 0) {
        throw new IllegalArgumentException("corrupt: no group starts at its first value");
      }
      bits.require(bit, 1, width, "second-order values");
      values[i] = scale.value(first + bits.at(bit, width));
    }
    return values;
  }
}
