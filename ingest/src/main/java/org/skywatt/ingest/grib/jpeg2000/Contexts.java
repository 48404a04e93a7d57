package org.skywatt.ingest.grib.jpeg2000;

/**
 * Contexts of the bit-plane coder (T.800, annex D.3) from the flags of a coefficient: which of its
 * neighbours are significant, and the signs of four of them.
 */
final class Contexts {
  static final int NORTH_EAST = 1;
  static final int SOUTH_EAST = 2;
  static final int SOUTH_WEST = 4;
  static final int NORTH_WEST = 8;
  static final int NORTH = 0x10;
  static final int EAST = 0x20;
  static final int SOUTH = 0x40;
  static final int WEST = 0x80;
  static final int NEIGHBOURS = 0xff;

  /** How far a side's bit of its sign is above that of its significance. */
  static final int SIGN_SHIFT = 4;

  static final int SIGNIFICANT = 0x1000;
  static final int REFINED = 0x2000;
  static final int VISITED = 0x4000;

  /** What a stripe must not know of the one below it. */
  static final int BELOW = SOUTH | SOUTH_EAST | SOUTH_WEST | SOUTH << SIGN_SHIFT;

  private static final byte[] ZERO_CODING = new byte[4 * 256];
  private static final byte[] SIGN = new byte[256];

  static {
    for (int flags = 0; flags < 256; flags++) {
      int across = bit(flags, EAST) + bit(flags, WEST);
      int along = bit(flags, NORTH) + bit(flags, SOUTH);
      int diagonal = Integer.bitCount(flags & 15);
      ZERO_CODING[flags] = (byte) smooth(across, along, diagonal);
      ZERO_CODING[256 + flags] = (byte) smooth(along, across, diagonal);
      ZERO_CODING[512 + flags] = (byte) smooth(across, along, diagonal);
      ZERO_CODING[768 + flags] = (byte) diagonal(across + along, diagonal);
      SIGN[flags] = (byte) signOf(flags);
    }
  }

  private Contexts() {}

  /** Context of whether a coefficient becomes significant, in a subband of an orientation. */
  static int zeroCoding(int orientation, int flags) {
    return ZERO_CODING[orientation << 8 | (flags & NEIGHBOURS)];
  }

  /** Context of a sign, and above it (bit 7) what its bit is to be changed by. */
  static int sign(int flags) {
    return SIGN[flags >> 4 & 0xff] & 0xff;
  }

  /** Context of a refinement. */
  static int refinement(int flags) {
    if ((flags & REFINED) != 0) {
      return 16;
    }
    return (flags & NEIGHBOURS) != 0 ? 15 : 14;
  }

  private static int smooth(int across, int along, int diagonal) {
    if (across == 2) {
      return 8;
    }
    if (across == 1) {
      return along > 0 ? 7 : diagonal > 0 ? 6 : 5;
    }
    return along > 0 ? 2 + along : Math.min(diagonal, 2);
  }

  private static int diagonal(int sides, int diagonal) {
    if (diagonal > 2) {
      return 8;
    }
    if (diagonal == 2) {
      return sides > 0 ? 7 : 6;
    }
    return diagonal == 1 ? 3 + Math.min(sides, 2) : Math.min(sides, 2);
  }

  /** Flags here: four bits which sides are significant, then four which of them are negative. */
  private static int signOf(int flags) {
    int across = side(flags, EAST) + side(flags, WEST);
    int along = side(flags, NORTH) + side(flags, SOUTH);
    across = Integer.signum(across);
    along = Integer.signum(along);
    boolean turn = across < 0 || (across == 0 && along < 0);
    int context = turn ? 9 - 3 * across - along : 9 + 3 * across + along;
    return context | (turn ? 0x80 : 0);
  }

  private static int side(int flags, int side) {
    if ((flags & side >> 4) == 0) {
      return 0;
    }
    return (flags & side) == 0 ? 1 : -1;
  }

  private static int bit(int flags, int side) {
    return (flags & side) == 0 ? 0 : 1;
  }
}
