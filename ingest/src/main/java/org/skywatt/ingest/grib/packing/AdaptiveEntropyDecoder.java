package org.skywatt.ingest.grib.packing;

import java.util.Arrays;

/**
 * Lossless data compression of CCSDS 121.0-B-3 ("AEC", an extended Rice code), decoded block by
 * block. Each block names its option: a run of zero blocks, the second extension, split samples, or
 * uncompressed. With preprocessing, a reference sample interval starts with a sample as it is, and
 * the others are mapped differences from the one before.
 */
final class AdaptiveEntropyDecoder {
  /** More bits than any sequence that can be: a run of zeros longer than this is no code. */
  private static final int FRESH = 56;

  private static final int ZERO_BLOCKS_REST_OF_SEGMENT = 5;
  private static final int SEGMENT_BLOCKS = 64;

  /**
   * How the numbers were coded.
   *
   * @param width bits of a sample, 1 to 32
   * @param blockSize samples a block, even
   * @param interval blocks from one reference sample to the next
   * @param signed samples are two's complement
   * @param preprocessed samples are mapped differences
   * @param restricted fewer options, shorter names for them; up to 4 bits a sample
   */
  record Options(
      int width,
      int blockSize,
      int interval,
      boolean signed,
      boolean preprocessed,
      boolean restricted) {

    Options {
      if (width < 1 || width > 32) {
        throw new IllegalArgumentException("corrupt: CCSDS samples of " + width + " bits");
      }
      if (blockSize < 2 || blockSize % 2 != 0 || interval < 1) {
        throw new IllegalArgumentException(
            "corrupt: CCSDS blocks of " + blockSize + " samples, " + interval + " an interval");
      }
      if (restricted && width > 4 && width <= 8) {
        throw new IllegalArgumentException(
            "corrupt: CCSDS samples of " + width + " bits in the restricted set of options");
      }
    }

    /** Bits of a block's option. */
    int nameWidth() {
      if (width > 16) {
        return 5;
      }
      if (width > 8) {
        return 4;
      }
      return !restricted ? 3 : width <= 2 ? 1 : 2;
    }
  }

  private final Options options;
  private final Bits bits;
  private final byte[] bytes;
  private final SampleDifferences output;
  private final int[] block;
  private long bit;

  AdaptiveEntropyDecoder(Options options, Bits bits, Scale scale) {
    this.options = options;
    this.bits = bits;
    this.bytes = bits.bytes();
    this.output = new SampleDifferences(options, scale);
    this.block = new int[options.blockSize()];
  }

  /** Fills the array. */
  void decode(float[] values) {
    int blockSize = options.blockSize();
    int nameWidth = options.nameWidth();
    int uncompressed = (1 << nameWidth) - 1;
    int blockOfInterval = 0;
    int at = 0;
    while (at < values.length) {
      boolean reference = blockOfInterval == 0 && options.preprocessed();
      bits.requireNotBeyond(bit + nameWidth);
      int name = (int) bits.at(bit, nameWidth);
      bit += nameWidth;
      int blocks = 1;
      if (name == 0) {
        boolean secondExtension = bits.at(bit++, 1) == 1;
        int from = reference ? readReference() : 0;
        if (secondExtension) {
          secondExtension(from);
        } else {
          blocks = zeroBlocks(blockOfInterval);
          Arrays.fill(block, from, blockSize, 0);
        }
      } else if (name == uncompressed) {
        uncompressed();
      } else {
        split(name - 1, reference ? readReference() : 0);
      }
      bits.requireNotBeyond(bit);
      at = output.write(block, reference, values, at);
      for (int zero = 1; zero < blocks && at < values.length; zero++) {
        block[0] = 0;
        at = output.write(block, false, values, at);
      }
      blockOfInterval += blocks;
      if (blockOfInterval == options.interval()) {
        blockOfInterval = 0;
      }
    }
  }

  /** The first sample of an interval, as it is; returns where the rest of the block starts. */
  private int readReference() {
    block[0] = (int) bits.at(bit, options.width());
    bit += options.width();
    return 1;
  }

  private void uncompressed() {
    int width = options.width();
    bits.require(bit, block.length, width, "samples");
    for (int i = 0; i < block.length; i++, bit += width) {
      block[i] = (int) bits.at(bit, width);
    }
  }

  /**
   * Number of blocks of zeros; 5 means the rest of the segment of 64 blocks, or of the interval.
   */
  private int zeroBlocks(int blockOfInterval) {
    int coded = sequence() + 1;
    int left = options.interval() - blockOfInterval;
    int blocks = coded;
    if (coded == ZERO_BLOCKS_REST_OF_SEGMENT) {
      blocks = Math.min(left, SEGMENT_BLOCKS - blockOfInterval % SEGMENT_BLOCKS);
    } else if (coded > ZERO_BLOCKS_REST_OF_SEGMENT) {
      blocks = coded - 1;
    }
    if (blocks > left) {
      throw new IllegalArgumentException("corrupt: a run of CCSDS zero blocks beyond its interval");
    }
    return blocks;
  }

  /** Pairs of samples as one number each: the sum's triangle number plus the second sample. */
  private void secondExtension(int from) {
    int i = from;
    while (i < block.length) {
      int coded = sequence();
      if (coded > SecondExtension.LARGEST) {
        throw new IllegalArgumentException("corrupt: CCSDS pair " + coded + " does not exist");
      }
      if ((i & 1) == 0) {
        block[i++] = SecondExtension.first(coded);
      }
      block[i++] = SecondExtension.second(coded);
    }
  }

  /** Upper bits of all samples as sequences, then their lower bits. */
  private void split(int lower, int from) {
    int length = block.length;
    long at = bit;
    long window = Bits.window(bytes, at);
    int fresh = FRESH;
    for (int i = from; i < length; i++) {
      int zeros = Long.numberOfLeadingZeros(window);
      if (zeros >= fresh) {
        at += FRESH - fresh;
        bit = at;
        zeros = sequence();
        at = bit;
        window = Bits.window(bytes, at);
        fresh = FRESH;
      } else {
        window <<= zeros + 1;
        fresh -= zeros + 1;
      }
      block[i] = zeros << lower;
    }
    at += FRESH - fresh;
    bits.requireNotBeyond(at);
    if (lower > 0) {
      bits.requireNotBeyond(at + (long) (length - from) * lower);
      int drop = 64 - lower;
      for (int i = from; i < length; i++, at += lower) {
        block[i] |= (int) (Bits.window(bytes, at) >>> drop);
      }
    }
    bit = at;
  }

  /** A fundamental sequence: zeros up to a one. */
  private int sequence() {
    int zeros = 0;
    while (true) {
      bits.requireNotBeyond(bit);
      int leading = Long.numberOfLeadingZeros(Bits.window(bytes, bit));
      if (leading < FRESH) {
        bit += leading + 1;
        return zeros + leading;
      }
      bit += FRESH;
      zeros += FRESH;
    }
  }
}
