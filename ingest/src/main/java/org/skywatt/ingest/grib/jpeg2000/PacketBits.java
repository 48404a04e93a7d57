package org.skywatt.ingest.grib.jpeg2000;

/** Bits of packet headers: after a byte of ones the next one has seven (T.800, B.10.1). */
final class PacketBits {
  private final byte[] bytes;
  private int at;
  private int current;
  private int left;

  PacketBits(byte[] bytes, int from) {
    this.bytes = bytes;
    this.at = from;
  }

  int next() {
    if (left == 0) {
      left = current == 0xff ? 7 : 8;
      if (at >= bytes.length) {
        throw new IllegalArgumentException("corrupt: its JPEG 2000 image ends early");
      }
      current = bytes[at++] & 0xff;
    }
    return current >> --left & 1;
  }

  int next(int count) {
    int number = 0;
    for (int i = 0; i < count; i++) {
      number = number << 1 | next();
    }
    return number;
  }

  /** Ends a header; returns where its packet's body starts. */
  int end() {
    return current == 0xff ? at + 1 : at;
  }
}
