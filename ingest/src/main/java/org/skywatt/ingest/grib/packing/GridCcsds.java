package org.skywatt.ingest.grib.packing;

import java.util.Arrays;

/**
 * Template 5.42: simple packing whose numbers are compressed without loss by CCSDS 121.0-B. The
 * flags for the bytes of a decoder's output (3 bytes, most significant first) don't matter to bits.
 */
final class GridCcsds {
  private static final int SIGNED = 1;
  private static final int PREPROCESSED = 8;
  private static final int RESTRICTED = 16;
  private static final int PADDED = 32;

  private GridCcsds() {}

  static float[] decode(Section representation, Section data, int count) {
    Scale scale = Scale.edition2(representation);
    int width = representation.unsigned8(20);
    float[] values = new float[count];
    if (width == 0) {
      Arrays.fill(values, (float) scale.constant());
      return values;
    }
    int flags = representation.unsigned8(22);
    if ((flags & PADDED) != 0) {
      throw new IllegalArgumentException(
          "grid_ccsds with intervals that are padded to bytes is not supported, by ecCodes"
              + " neither");
    }
    AdaptiveEntropyDecoder.Options options =
        new AdaptiveEntropyDecoder.Options(
            width,
            representation.unsigned8(23),
            representation.unsigned16(24),
            (flags & SIGNED) != 0,
            (flags & PREPROCESSED) != 0,
            (flags & RESTRICTED) != 0);
    new AdaptiveEntropyDecoder(options, Bits.of(data, 6), scale).decode(values);
    return values;
  }
}
