package org.skywatt.ingest.grib.packing;

/** IEEE 754 numbers as they are: template 5.4. Not a number is missing. */
final class GridIeee {
  private GridIeee() {}

  /** Numbers of 32 bits (precision 1 of code table 5.7) or 64 bits (2). */
  static float[] decode(int precision, Bits bits, int count) {
    return switch (precision) {
      case 1 -> singles(bits, count);
      case 2 -> doubles(bits, count);
      default ->
          throw new IllegalArgumentException(
              "grid_ieee of precision " + precision + " (code table 5.7) is not supported");
    };
  }

  private static float[] singles(Bits bits, int count) {
    bits.require(0, count, 32, "values");
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = Float.intBitsToFloat((int) (Bits.eightBytes(bits.bytes(), 4 * i) >>> 32));
    }
    return values;
  }

  private static float[] doubles(Bits bits, int count) {
    // Twice 32: the width of a number is limited elsewhere.
    bits.require(0, 2L * count, 32, "halves of values");
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) Double.longBitsToDouble(Bits.eightBytes(bits.bytes(), 8 * i));
    }
    return values;
  }
}
