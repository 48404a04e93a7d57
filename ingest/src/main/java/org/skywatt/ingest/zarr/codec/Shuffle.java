package org.skywatt.ingest.zarr.codec;

/** Undoes the orders in which bytes or bits of elements are put together to compress better. */
final class Shuffle {
  private Shuffle() {}

  /** Bytes of the same place in each element lay together; bytes past the last element are kept. */
  static void unshuffleBytes(byte[] in, int from, byte[] out, int to, int length, int size) {
    int elements = length / size;
    for (int place = 0; place < size; place++) {
      int source = from + place * elements;
      for (int i = 0; i < elements; i++) {
        out[to + i * size + place] = in[source + i];
      }
    }
    int done = elements * size;
    System.arraycopy(in, from + done, out, to + done, length - done);
  }

  /**
   * Bits of the same place in each element lay together, in groups of eight elements (c-blosc 1);
   * where the elements are no multiple of eight, nothing was shuffled.
   */
  static void unshuffleBits(byte[] in, int from, byte[] out, int to, int length, int size) {
    int elements = length / size;
    if (elements % 8 != 0) {
      System.arraycopy(in, from, out, to, length);
      return;
    }
    int row = elements / 8;
    for (int place = 0; place < size; place++) {
      for (int group = 0; group < row; group++) {
        long bits = 0;
        for (int bit = 0; bit < 8; bit++) {
          bits |= (in[from + (place * 8 + bit) * row + group] & 0xffL) << (8 * bit);
        }
        bits = transpose(bits);
        for (int i = 0; i < 8; i++) {
          out[to + (group * 8 + i) * size + place] = (byte) (bits >>> (8 * i));
        }
      }
    }
    int done = elements * size;
    System.arraycopy(in, from + done, out, to + done, length - done);
  }

  /** Rows and columns of 8 × 8 bits exchanged: H. S. Warren, <i>Hacker's Delight</i>, 7-3. */
  private static long transpose(long bits) {
    long x = bits;
    long t = (x ^ (x >>> 7)) & 0x00AA00AA00AA00AAL;
    x = x ^ t ^ (t << 7);
    t = (x ^ (x >>> 14)) & 0x0000CCCC0000CCCCL;
    x = x ^ t ^ (t << 14);
    t = (x ^ (x >>> 28)) & 0x00000000F0F0F0F0L;
    return x ^ t ^ (t << 28);
  }
}
