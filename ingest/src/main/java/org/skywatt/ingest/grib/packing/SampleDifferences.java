package org.skywatt.ingest.grib.packing;

/**
 * The postprocessor of CCSDS 121.0-B, section 4: mapped differences to samples, samples to values.
 * A mapped difference is small for small changes of either sign, and one-sided where the sample
 * before is nearer to an end of the range than the change.
 */
final class SampleDifferences {
  private final AdaptiveEntropyDecoder.Options options;
  private final double offset;
  private final double factor;
  private final long least;
  private final long largest;
  private final long mask;
  private long last;

  SampleDifferences(AdaptiveEntropyDecoder.Options options, Scale scale) {
    this.options = options;
    this.offset = scale.offset();
    this.factor = scale.factor();
    int width = options.width();
    this.mask = (1L << width) - 1;
    this.least = options.signed() ? -(1L << (width - 1)) : 0;
    this.largest = least + mask;
  }

  /**
   * Writes a block, or as much of it as there is room for.
   *
   * @param reference whether its first number is a sample as it is
   * @return where the next block goes
   */
  int write(int[] block, boolean reference, float[] values, int from) {
    int to = Math.min(values.length, from + block.length);
    if (!options.preprocessed()) {
      for (int i = from; i < to; i++) {
        values[i] = value(block[i - from]);
      }
      return to;
    }
    int i = from;
    if (reference) {
      long sample = block[0] & mask;
      last = sample > largest ? sample - mask - 1 : sample;
      values[i++] = value(last);
    }
    long before = last;
    for (; i < to; i++) {
      long mapped = block[i - from] & 0xffffffffL;
      long room = Math.min(before - least, largest - before);
      long step = mapped >>> 1 ^ -(mapped & 1);
      if (((mapped + 1) >>> 1) <= room) {
        before += step;
      } else {
        before = before - least <= largest - before ? least + mapped : largest - mapped;
      }
      values[i] = value(before);
    }
    last = before;
    return to;
  }

  /** Packed numbers are not negative: a signed sample stands for the bits that it has. */
  private float value(long sample) {
    return (float) (offset + (sample & mask) * factor);
  }
}
