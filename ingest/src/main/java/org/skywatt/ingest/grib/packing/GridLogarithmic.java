package org.skywatt.ingest.grib.packing;

/** Simple packing of logarithms: template 5.61, {@code value = exp(unpacked) − parameter}. */
final class GridLogarithmic {
  private GridLogarithmic() {}

  static float[] decode(Section representation, Section data, int count) {
    int width = representation.unsigned8(20);
    double parameter = representation.ieee32(21);
    Scale scale = Scale.edition2(representation);
    Bits bits = Bits.of(data, 6);
    float[] values = new float[count];
    if (width > GridSimple.WIDEST) {
      throw new IllegalArgumentException("corrupt: values of " + width + " bits");
    }
    bits.require(0, count, width, "values");
    for (int i = 0; i < count; i++) {
      double logarithm =
          width == 0
              ? scale.constant()
              : scale.offset() + bits.at((long) i * width, width) * scale.factor();
      values[i] = (float) (Math.exp(logarithm) - parameter);
    }
    return values;
  }
}
