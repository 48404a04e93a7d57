package org.skywatt.ingest.grib.jpeg2000;

import java.util.Arrays;

/**
 * Embedded block coding (T.800, annex D): bit planes of a code-block, each in three passes over
 * stripes of four rows. Magnitudes carry one more bit below the last plane, set half way into what
 * is not known of a coefficient.
 */
final class BlockDecoder {
  private static final int STRIPE = 4;

  private final CodingStyle style;
  private final ArithmeticDecoder arithmetic = new ArithmeticDecoder();
  private final RawBits raw = new RawBits();
  private final int[] magnitudes = new int[1 << 12];
  private final boolean[] negative = new boolean[1 << 12];
  private int[] flags = new int[0];
  private int orientation;
  private int width;
  private int height;
  private int stride;
  private int one;
  private boolean bypassed;

  BlockDecoder(CodingStyle style) {
    this.style = style;
  }

  /** Decodes a block of a subband and puts its numbers into the tile's. */
  void decode(CodeBlock block, Subband subband, int[] coefficients, int tileWidth) {
    width = block.area.width();
    height = block.area.height();
    stride = width + 2;
    orientation = subband.orientation();
    Arrays.fill(magnitudes, 0, width * height, 0);
    int size = stride * (height + 2);
    if (flags.length < size) {
      flags = new int[size];
    }
    Arrays.fill(flags, 0, size, 0);
    arithmetic.resetContexts();
    passes(block, subband.planes() - block.zeroPlanes);
    int to =
        (subband.top() + block.area.y0() - subband.area().y0()) * tileWidth
            + subband.left()
            + block.area.x0()
            - subband.area().x0();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int magnitude = magnitudes[y * width + x];
        coefficients[to + y * tileWidth + x] = negative[y * width + x] ? -magnitude : magnitude;
      }
    }
  }

  private void passes(CodeBlock block, int planes) {
    int plane = planes;
    int kind = 2;
    int at = 0;
    for (int segment = 0; segment < block.segments; segment++) {
      bypassed = style.has(CodingStyle.BYPASS) && plane <= planes - 4 && kind < 2;
      int end = at + block.lengths[segment];
      if (bypassed) {
        raw.start(block.data, at, end);
      } else {
        arithmetic.start(block.data, at, end);
      }
      at = end;
      for (int pass = 0; pass < block.passes[segment]; pass++) {
        if (plane < 1) {
          throw new IllegalArgumentException(
              "corrupt: more passes than bit planes in a code-block");
        }
        one = 1 << plane;
        pass(kind);
        if (style.has(CodingStyle.RESET)) {
          arithmetic.resetContexts();
        }
        if (++kind == 3) {
          kind = 0;
          plane--;
        }
      }
    }
  }

  private void pass(int kind) {
    for (int top = 0; top < height; top += STRIPE) {
      int bottom = Math.min(top + STRIPE, height);
      for (int x = 0; x < width; x++) {
        switch (kind) {
          case 0 -> significance(x, top, bottom);
          case 1 -> refinement(x, top, bottom);
          default -> cleanup(x, top, bottom);
        }
      }
    }
    if (kind == 2 && style.has(CodingStyle.SEGMENTATION_SYMBOLS)) {
      for (int i = 0; i < 4; i++) {
        arithmetic.decode(ArithmeticDecoder.UNIFORM);
      }
    }
  }

  private void significance(int x, int top, int bottom) {
    int at = (top + 1) * stride + x + 1;
    for (int y = top; y < bottom; y++, at += stride) {
      int known = flags(at, y, bottom);
      if ((known & Contexts.SIGNIFICANT) == 0 && (known & Contexts.NEIGHBOURS) != 0) {
        int bit =
            bypassed ? raw.next() : arithmetic.decode(Contexts.zeroCoding(orientation, known));
        if (bit == 1) {
          becomeSignificant(x, y, at, known);
        }
        flags[at] |= Contexts.VISITED;
      }
    }
  }

  private void refinement(int x, int top, int bottom) {
    int at = (top + 1) * stride + x + 1;
    for (int y = top; y < bottom; y++, at += stride) {
      int known = flags(at, y, bottom);
      if ((known & (Contexts.SIGNIFICANT | Contexts.VISITED)) == Contexts.SIGNIFICANT) {
        int bit = bypassed ? raw.next() : arithmetic.decode(Contexts.refinement(known));
        magnitudes[y * width + x] += bit == 1 ? one >> 1 : -(one >> 1);
        flags[at] |= Contexts.REFINED;
      }
    }
  }

  private void cleanup(int x, int top, int bottom) {
    int at = (top + 1) * stride + x + 1;
    int y = top;
    if (bottom - top == STRIPE && isQuiet(at, bottom)) {
      if (arithmetic.decode(ArithmeticDecoder.RUN_LENGTH) == 0) {
        return;
      }
      int run = arithmetic.decode(ArithmeticDecoder.UNIFORM) << 1;
      run |= arithmetic.decode(ArithmeticDecoder.UNIFORM);
      y += run;
      at += run * stride;
      becomeSignificant(x, y, at, flags(at, y, bottom));
      y++;
      at += stride;
    }
    for (; y < bottom; y++, at += stride) {
      int known = flags(at, y, bottom);
      if ((known & (Contexts.SIGNIFICANT | Contexts.VISITED)) == 0
          && arithmetic.decode(Contexts.zeroCoding(orientation, known)) == 1) {
        becomeSignificant(x, y, at, known);
      }
      flags[at] &= ~Contexts.VISITED;
    }
  }

  /** Whether nothing is known of a stripe's column and around it. */
  private boolean isQuiet(int at, int bottom) {
    int last = at + 3 * stride;
    int known =
        flags[at] | flags[at + stride] | flags[at + 2 * stride] | flags(last, bottom - 1, bottom);
    return (known & (Contexts.SIGNIFICANT | Contexts.VISITED | Contexts.NEIGHBOURS)) == 0;
  }

  /** What may be known of a coefficient: the last row of a causal stripe knows none below it. */
  private int flags(int at, int y, int bottom) {
    int known = flags[at];
    return y == bottom - 1 && style.has(CodingStyle.CAUSAL) ? known & ~Contexts.BELOW : known;
  }

  private void becomeSignificant(int x, int y, int at, int known) {
    int context = Contexts.sign(known);
    int sign = bypassed ? raw.next() : arithmetic.decode(context & 0x7f) ^ context >> 7;
    magnitudes[y * width + x] = one | one >> 1;
    negative[y * width + x] = sign == 1;
    flags[at] |= Contexts.SIGNIFICANT;
    int signs = sign << Contexts.SIGN_SHIFT;
    flags[at - stride] |= Contexts.SOUTH | Contexts.SOUTH * signs;
    flags[at + stride] |= Contexts.NORTH | Contexts.NORTH * signs;
    flags[at - 1] |= Contexts.EAST | Contexts.EAST * signs;
    flags[at + 1] |= Contexts.WEST | Contexts.WEST * signs;
    flags[at - stride - 1] |= Contexts.SOUTH_EAST;
    flags[at - stride + 1] |= Contexts.SOUTH_WEST;
    flags[at + stride - 1] |= Contexts.NORTH_EAST;
    flags[at + stride + 1] |= Contexts.NORTH_WEST;
  }
}
