package org.skywatt.ingest.zarr.codec;

import java.io.IOException;

/** BloscLZ, the FastLZ dialect of c-blosc 1 ({@code blosclz.c}, {@code blosclz_decompress}). */
final class BloscLz {
  private static final int MAX_DISTANCE = 8191;

  private BloscLz() {}

  /** Decodes a block that fills a part of the output exactly. */
  static void block(byte[] in, int from, int length, byte[] out, int to, int size)
      throws IOException {
    try {
      int written = decode(in, from, from + length, out, to, to + size) - to;
      if (written != size) {
        throw new IOException("a BloscLZ block gives " + written + " bytes, not " + size);
      }
    } catch (IndexOutOfBoundsException e) {
      throw new IOException("corrupt BloscLZ block", e);
    }
  }

  private static int decode(byte[] in, int from, int inEnd, byte[] out, int start, int outEnd)
      throws IOException {
    int ip = from;
    int op = start;
    int control = in[ip++] & 31;
    while (true) {
      if (control >= 32) {
        int length = (control >> 5) - 1;
        int distance = (control & 31) << 8;
        if (length == 6) {
          int more;
          do {
            more = in[ip++] & 0xff;
            length += more;
          } while (more == 255);
        }
        int code = in[ip++] & 0xff;
        length += 3;
        distance += code;
        if (code == 255 && distance == (31 << 8) + 255) {
          distance = ((in[ip] & 0xff) << 8) + (in[ip + 1] & 0xff) + MAX_DISTANCE;
          ip += 2;
        }
        int reference = op - distance - 1;
        if (reference < start || op + length > outEnd || length < 0) {
          throw new IOException("corrupt BloscLZ block");
        }
        for (int i = 0; i < length; i++) {
          out[op++] = out[reference++];
        }
        if (ip >= inEnd) {
          return op;
        }
        control = in[ip++] & 0xff;
      } else {
        int run = control + 1;
        if (op + run > outEnd || ip + run > inEnd) {
          throw new IOException("corrupt BloscLZ block");
        }
        System.arraycopy(in, ip, out, op, run);
        ip += run;
        op += run;
        if (ip >= inEnd) {
          return op;
        }
        control = in[ip++] & 0xff;
      }
    }
  }
}
