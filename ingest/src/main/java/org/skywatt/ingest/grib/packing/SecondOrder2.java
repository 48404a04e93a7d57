package org.skywatt.ingest.grib.packing;

import java.util.Arrays;

/** ECMWF's local templates 5.50001 and 5.50002: second-order packing of edition 1 in edition 2. */
final class SecondOrder2 {
  private SecondOrder2() {}

  /** Template 5.50001 by the order of its differences, as ecCodes names it. */
  static String packing(Section representation) {
    boolean constant = representation.length() < 32;
    int order = constant ? 2 : representation.unsigned8(32);
    return order == 0 ? "grid_second_order_no_SPD" : "grid_second_order_SPD" + order;
  }

  /** Whether every second row of template 5.50002 runs backwards. */
  static boolean turnsRows(Section representation) {
    return (representation.unsigned8(32) & 0x80) != 0;
  }

  static float[] decode(Section representation, Section data, int count) {
    Scale scale = Scale.edition2(representation);
    int template = representation.unsigned16(10);
    if (representation.unsigned8(20) == 0) {
      float[] values = new float[count];
      Arrays.fill(values, (float) scale.constant());
      return values;
    }
    int orderAt = template == 50001 ? 32 : 33;
    int order = representation.unsigned8(orderAt);
    if (order > 3) {
      throw new IllegalArgumentException("corrupt: differences of order " + order);
    }
    return SecondOrderGroups.of(
            representation,
            orderAt + 1,
            order,
            representation.count(22, count, "groups"),
            representation.unsigned8(21),
            representation.unsigned8(30),
            representation.unsigned8(31))
        .decode(Bits.of(data, 6), count, scale);
  }
}
