package org.skywatt.ingest.grib.jpeg2000;

/**
 * Quantization (marker QCD): how many bit planes a subband has, and the step of its numbers.
 *
 * @param style 0 none, 1 derived from the lowest subband, 2 for each subband
 * @param guard bits
 * @param exponents by subband, lowest first
 * @param mantissas by subband, in 1/2048
 */
record Quantization(int style, int guard, int[] exponents, int[] mantissas) {
  private static final int MOST_SUBBANDS = 97;

  static Quantization read(MarkerReader in) {
    int flags = in.unsigned8();
    int style = flags & 31;
    if (style > 2) {
      throw new IllegalArgumentException("corrupt: quantization of its JPEG 2000 image");
    }
    int count = Math.min(MOST_SUBBANDS, style == 0 ? in.left() : style == 1 ? 1 : in.left() / 2);
    int[] exponents = new int[count];
    int[] mantissas = new int[count];
    for (int i = 0; i < count; i++) {
      int step = style == 0 ? in.unsigned8() << 8 : in.unsigned16();
      exponents[i] = step >> 11;
      mantissas[i] = step & 0x7ff;
    }
    return new Quantization(style, flags >> 5, exponents, mantissas);
  }

  /** Bit planes of a subband. */
  int planes(int subband, int resolution) {
    return guard + exponent(subband, resolution) - 1;
  }

  /** Step of a subband's numbers, for samples of so many bits (its gain included). */
  double step(int subband, int resolution, int bits) {
    int mantissa = mantissas[style == 1 ? 0 : subband];
    return Math.scalb(1 + mantissa / 2048.0, bits - exponent(subband, resolution));
  }

  private int exponent(int subband, int resolution) {
    if ((style == 1 ? 0 : subband) >= exponents.length) {
      throw new IllegalArgumentException("corrupt: a subband without a quantization");
    }
    return style == 1 ? exponents[0] - Math.max(0, resolution - 1) : exponents[subband];
  }
}
