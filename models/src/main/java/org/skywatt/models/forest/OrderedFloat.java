package org.skywatt.models.forest;

/** Integers in the order of the floats; both zeros are one. */
public final class OrderedFloat {
  private OrderedFloat() {}

  /** The integer of a float; NaN has none that means anything. */
  public static int key(float value) {
    return flipped(Float.floatToRawIntBits(value + 0.0f));
  }

  /** The float whose integer is {@code key}. */
  public static float value(int key) {
    return Float.intBitsToFloat(flipped(key));
  }

  private static int flipped(int bits) {
    return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
  }
}
