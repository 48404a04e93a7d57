package org.skywatt.ingest.grib.packing;

import java.util.Arrays;

/**
 * Complex packing: groups of values, each with its own reference and width (template 5.2), of
 * spatial differences where the template is 5.3.
 *
 * <p>A group of no bits, in a field whose references have bits, is missing where its reference is
 * all ones; other groups mark missing values by all ones (code table 5.5: 1 for one such mark, 2
 * for a second one below it, which is missing just as well here).
 */
final class GridComplex {
  private final Bits bits;
  private final Scale scale;
  private final int count;
  private final int referenceWidth;
  private final int marks;
  private final int groups;
  private final int leastWidth;
  private final int widthWidth;
  private final long leastLength;
  private final int lengthStep;
  private final long lastLength;
  private final int lengthWidth;
  private final SpatialDifferences differences;

  private GridComplex(Section representation, Section data, int count, boolean differences) {
    this.bits = Bits.of(data, 6);
    this.scale = Scale.edition2(representation);
    this.count = count;
    this.referenceWidth = representation.unsigned8(20);
    this.marks = representation.unsigned8(23);
    this.groups = representation.count(32, count, "groups");
    this.leastWidth = representation.unsigned8(36);
    this.widthWidth = representation.unsigned8(37);
    this.leastLength = representation.unsigned32(38);
    this.lengthStep = representation.unsigned8(42);
    this.lastLength = representation.unsigned32(43);
    this.lengthWidth = representation.unsigned8(47);
    if (marks > 2) {
      throw new IllegalArgumentException("corrupt: missing value management " + marks);
    }
    // Order 0 is not in code table 5.6, but ecCodes 2.28 writes it for plain groups.
    boolean differ = differences && !isConstant() && representation.unsigned8(48) != 0;
    this.differences = differ ? SpatialDifferences.of(representation, bits, scale) : null;
  }

  static float[] decode(Section representation, Section data, int count, boolean differences) {
    return new GridComplex(representation, data, count, differences).values();
  }

  /** No groups, or none that says anything. */
  private boolean isConstant() {
    return groups == 0 || (referenceWidth == 0 && leastWidth == 0 && widthWidth == 0);
  }

  private float[] values() {
    float[] values = new float[count];
    if (isConstant()) {
      Arrays.fill(values, (float) scale.constant());
      return values;
    }
    long referenceAt = differences == null ? 0 : differences.bits();
    long widthAt =
        Bits.nextByte(bits.require(referenceAt, groups, referenceWidth, "group references"));
    long lengthAt = Bits.nextByte(bits.require(widthAt, groups, widthWidth, "group widths"));
    long bit = Bits.nextByte(bits.require(lengthAt, groups, lengthWidth, "group lengths"));
    int at = 0;
    for (int group = 0; group < groups; group++) {
      long reference = bits.at(referenceAt, referenceWidth);
      long width = leastWidth + bits.at(widthAt, widthWidth);
      long length =
          group == groups - 1
              ? lastLength
              : leastLength + bits.at(lengthAt, lengthWidth) * lengthStep;
      referenceAt += referenceWidth;
      widthAt += widthWidth;
      lengthAt += lengthWidth;
      if (length < 0 || length > count - at || width > GridSimple.WIDEST) {
        throw new IllegalArgumentException(
            "corrupt: group " + group + " of " + length + " values of " + width + " bits");
      }
      int to = at + (int) length;
      long end = bits.require(bit, length, (int) width, "values");
      unpack(bit, (int) width, reference, values, at, to);
      bit = end;
      at = to;
    }
    if (at != count) {
      throw new IllegalArgumentException(
          "corrupt: its groups hold " + at + " of " + count + " values");
    }
    return values;
  }

  private void unpack(long bit, int width, long reference, float[] values, int from, int to) {
    if (marks > 0) {
      unpackMarked(bit, width, reference, values, from, to);
    } else if (differences != null) {
      differences.unpack(bits, bit, width, reference, values, from, to);
    } else if (width == 0) {
      Arrays.fill(values, from, to, scale.value(reference));
    } else {
      double offset = scale.offset() + reference * scale.factor();
      GridSimple.unpack(bits, bit, width, offset, scale.factor(), values, from, to);
    }
  }

  private void unpackMarked(
      long firstBit, int width, long reference, float[] values, int from, int to) {
    int markWidth = width == 0 ? referenceWidth : width;
    long leastMark = (1L << markWidth) - marks;
    long bit = firstBit;
    for (int i = from; i < to; i++, bit += width) {
      long number = bits.at(bit, width);
      if ((width == 0 ? reference : number) >= leastMark) {
        values[i] = Float.NaN;
      } else {
        long packed = reference + number;
        values[i] = differences == null ? scale.value(packed) : differences.next(packed);
      }
    }
  }
}
