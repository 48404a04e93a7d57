package org.skywatt.ingest.grib;

/**
 * Values in simple packing (template 5.0): {@code value = reference + packed × 2^binaryScale}.
 *
 * @param count of the values that are not missing
 * @param bits of a packed value; 0 where all are alike
 * @param bitmap one bit a point, 0 for missing; empty where none is missing
 * @param data packed values, most significant bit first
 */
record SimplePacking(
    int count, float reference, int binaryScale, int bits, byte[] bitmap, byte[] data) {

  static SimplePacking of(float[] values, int mostBits) {
    if (mostBits < 1 || mostBits > 24) {
      throw new IllegalArgumentException(mostBits + " bits are not 1 to 24");
    }
    float min = Float.POSITIVE_INFINITY;
    float max = Float.NEGATIVE_INFINITY;
    int count = 0;
    for (float value : values) {
      if (Float.isInfinite(value)) {
        throw new IllegalArgumentException("an infinite value cannot be packed");
      }
      if (!Float.isNaN(value)) {
        min = Math.min(min, value);
        max = Math.max(max, value);
        count++;
      }
    }
    byte[] bitmap = count == values.length ? new byte[0] : bitmap(values);
    if (count == 0 || min == max) {
      return new SimplePacking(count, count == 0 ? 0 : min, 0, 0, bitmap, new byte[0]);
    }
    double range = (double) max - min;
    int largest = (1 << mostBits) - 1;
    int binaryScale = Math.getExponent(range / largest);
    if (Math.scalb((double) largest, binaryScale) < range) {
      binaryScale++;
    }
    double scale = Math.scalb(1.0, -binaryScale);
    byte[] data = new byte[(int) (((long) count * mostBits + 7) / 8)];
    long pending = 0;
    int pendingBits = 0;
    int at = 0;
    for (float value : values) {
      if (Float.isNaN(value)) {
        continue;
      }
      pending = pending << mostBits | Math.round(((double) value - min) * scale);
      pendingBits += mostBits;
      while (pendingBits >= 8) {
        pendingBits -= 8;
        data[at++] = (byte) (pending >> pendingBits);
      }
    }
    if (pendingBits > 0) {
      data[at] = (byte) (pending << (8 - pendingBits));
    }
    return new SimplePacking(count, min, binaryScale, mostBits, bitmap, data);
  }

  private static byte[] bitmap(float[] values) {
    byte[] bitmap = new byte[(values.length + 7) / 8];
    for (int i = 0; i < values.length; i++) {
      if (!Float.isNaN(values[i])) {
        bitmap[i / 8] = (byte) (bitmap[i / 8] | 0x80 >> (i % 8));
      }
    }
    return bitmap;
  }
}
