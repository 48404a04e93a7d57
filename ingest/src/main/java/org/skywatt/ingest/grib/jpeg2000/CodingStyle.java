package org.skywatt.ingest.grib.jpeg2000;

/**
 * Coding style (marker COD).
 *
 * @param progression 0 to 4: LRCP, RLCP, RPCL, PCRL, CPRL
 * @param levels of the wavelet transform
 * @param blockWidth exponent of 2 of a code-block's width
 * @param blockHeight exponent of 2 of its height
 * @param blockStyle flags of its passes
 * @param reversible whether the wavelet is the 5/3 of whole numbers
 * @param precincts a byte a resolution: exponents of width (low half) and height
 */
record CodingStyle(
    boolean startMarkers,
    boolean endMarkers,
    int progression,
    int layers,
    int levels,
    int blockWidth,
    int blockHeight,
    int blockStyle,
    boolean reversible,
    int[] precincts) {
  static final int BYPASS = 1;
  static final int RESET = 2;
  static final int TERMINATE_EACH = 4;
  static final int CAUSAL = 8;
  static final int SEGMENTATION_SYMBOLS = 32;

  private static final int LARGEST_PRECINCT = 0xff;

  static CodingStyle read(MarkerReader in) {
    int flags = in.unsigned8();
    int progression = in.unsigned8();
    int layers = in.unsigned16();
    in.unsigned8();
    if (progression > 4 || layers < 1) {
      throw new IllegalArgumentException("corrupt: progression of its JPEG 2000 image");
    }
    return blocks(in, flags, flags, progression, layers);
  }

  /** The same with what a marker COC says of the one component. */
  CodingStyle component(MarkerReader in) {
    requireFirst(in.unsigned8());
    int flags = (startMarkers ? 2 : 0) | (endMarkers ? 4 : 0);
    return blocks(in, in.unsigned8(), flags, progression, layers);
  }

  /** Refuses what is said of a component that is not there. */
  static void requireFirst(int component) {
    if (component != 0) {
      throw new IllegalArgumentException("corrupt: component " + component + " of one");
    }
  }

  private static CodingStyle blocks(
      MarkerReader in, int precinctFlags, int markerFlags, int progression, int layers) {
    int levels = in.unsigned8();
    int blockWidth = (in.unsigned8() & 15) + 2;
    int blockHeight = (in.unsigned8() & 15) + 2;
    int blockStyle = in.unsigned8();
    int wavelet = in.unsigned8();
    if (levels > 32
        || blockWidth > 10
        || blockHeight > 10
        || blockWidth + blockHeight > 12
        || wavelet > 1) {
      throw new IllegalArgumentException("corrupt: coding style of its JPEG 2000 image");
    }
    int[] precincts = new int[levels + 1];
    for (int resolution = 0; resolution <= levels; resolution++) {
      precincts[resolution] = (precinctFlags & 1) == 0 ? LARGEST_PRECINCT : in.unsigned8();
      if (resolution > 0 && ((precincts[resolution] & 15) == 0 || precincts[resolution] < 16)) {
        throw new IllegalArgumentException("corrupt: precincts of its JPEG 2000 image");
      }
    }
    return new CodingStyle(
        (markerFlags & 2) != 0,
        (markerFlags & 4) != 0,
        progression,
        layers,
        levels,
        blockWidth,
        blockHeight,
        blockStyle,
        wavelet == 1,
        precincts);
  }

  boolean has(int style) {
    return (blockStyle & style) != 0;
  }
}
