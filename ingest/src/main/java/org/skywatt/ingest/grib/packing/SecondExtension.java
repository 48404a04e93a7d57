package org.skywatt.ingest.grib.packing;

/**
 * The second extension of CCSDS 121.0-B: a pair of samples (a, b) is coded as the number (a + b)(a
 * + b + 1)/2 + b.
 */
final class SecondExtension {
  /** The largest pair number that the standard's decoders know: sums up to 12. */
  static final int LARGEST = 90;

  private static final byte[] FIRST = new byte[LARGEST + 1];
  private static final byte[] SECOND = new byte[LARGEST + 1];

  static {
    int coded = 0;
    for (int sum = 0; sum <= 12; sum++) {
      for (int second = 0; second <= sum; second++) {
        FIRST[coded] = (byte) (sum - second);
        SECOND[coded++] = (byte) second;
      }
    }
  }

  private SecondExtension() {}

  static int first(int coded) {
    return FIRST[coded];
  }

  static int second(int coded) {
    return SECOND[coded];
  }
}
