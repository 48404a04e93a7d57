package org.skywatt.ingest.grib.packing;

/**
 * From packed numbers to values: {@code value = (reference + packed × 2^binary) × 10^−decimal} (WMO
 * Manual on Codes, regulation 92.9.4). Computed in double as {@code offset + packed × factor}.
 *
 * @param constant value of a field of no bits. Encoders leave the reference unscaled there and
 *     decoders (g2clib, ecCodes) take it so
 */
record Scale(double constant, double offset, double factor) {

  static Scale of(double reference, int binary, int decimal) {
    double tenth = Math.pow(10, -decimal);
    double offset = reference * tenth;
    double factor = Math.scalb(1.0, binary) * tenth;
    if (!Double.isFinite(offset)
        || !Double.isFinite(factor)
        || Math.abs(reference) > Float.MAX_VALUE) {
      throw new IllegalArgumentException(
          "corrupt: reference "
              + reference
              + " × 10^"
              + -decimal
              + ", 2^"
              + binary
              + " is no number");
    }
    return new Scale(reference, offset, factor);
  }

  /** Octets 12 to 19 of section 5, alike in most templates of edition 2. */
  static Scale edition2(Section representation) {
    return of(representation.ieee32(12), representation.signed16(16), representation.signed16(18));
  }

  float value(long packed) {
    return (float) (offset + (double) packed * factor);
  }
}
