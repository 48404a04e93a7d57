package org.skywatt.ingest.grib.jpeg2000;

/** Bits of passes that bypass the arithmetic coder (T.800, annex D.6). */
final class RawBits {
  private byte[] bytes = new byte[0];
  private int at;
  private int end;
  private int current;
  private int left;

  /** Starts on a segment of coded bytes. */
  void start(byte[] data, int from, int to) {
    bytes = data;
    at = from;
    end = to;
    current = 0;
    left = 0;
  }

  int next() {
    if (left == 0) {
      boolean stuffed = current == 0xff;
      current = at < end ? bytes[at++] & 0xff : 0xff;
      left = stuffed ? 7 : 8;
    }
    return current >> --left & 1;
  }
}
