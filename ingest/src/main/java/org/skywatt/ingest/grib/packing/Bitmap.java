package org.skywatt.ingest.grib.packing;

import java.util.Arrays;

/** Which points have a value: a bit a point in scan order, 1 where there is one. */
final class Bitmap {
  private final Bits bits;
  private final int points;
  private final int present;

  private Bitmap(Bits bits, int points) {
    bits.require(0, points, 1, "bits of the bitmap");
    this.bits = bits;
    this.points = points;
    this.present = count();
  }

  /** A bitmap from an octet of its section on. */
  static Bitmap of(Section section, int octet, int points) {
    return new Bitmap(Bits.of(section, octet), points);
  }

  /** Number of points that have a value. */
  int present() {
    return present;
  }

  /** Whether a point has a value. */
  boolean has(int point) {
    return (bits.bytes()[point >>> 3] >> (7 - (point & 7)) & 1) == 1;
  }

  /** Values of the points that have one, put on all points, NaN elsewhere. */
  float[] spread(float[] values) {
    if (values.length != present) {
      throw new IllegalArgumentException(
          "corrupt: " + values.length + " values for the " + present + " points of its bitmap");
    }
    if (present == points) {
      return values;
    }
    float[] all = new float[points];
    if (present == 0) {
      Arrays.fill(all, Float.NaN);
      return all;
    }
    int next = 0;
    for (int i = 0; i < points; i++) {
      all[i] = has(i) ? values[next++] : Float.NaN;
    }
    return all;
  }

  private int count() {
    int count = 0;
    int bit = 0;
    for (; bit + 64 <= points; bit += 64) {
      count += Long.bitCount(Bits.eightBytes(bits.bytes(), bit >>> 3));
    }
    for (; bit < points; bit++) {
      count += has(bit) ? 1 : 0;
    }
    return count;
  }
}
