package org.skywatt.ingest.grib.jpeg2000;

/** Reads the headers of a code stream; what reaches past the end is refused. */
final class MarkerReader {
  private final byte[] bytes;
  private final int to;
  private int at;

  MarkerReader(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.at = from;
    this.to = to;
  }

  int at() {
    return at;
  }

  int left() {
    return to - at;
  }

  void skip(int count) {
    require(count);
    at += count;
  }

  int unsigned8() {
    require(1);
    return bytes[at++] & 0xff;
  }

  int unsigned16() {
    return unsigned8() << 8 | unsigned8();
  }

  long unsigned32() {
    return (long) unsigned16() << 16 | unsigned16();
  }

  /** A size or place; those from 2^31 on are refused. */
  int size() {
    long size = unsigned32();
    if (size > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "corrupt: a JPEG 2000 image of " + size + " points a side");
    }
    return (int) size;
  }

  /** The segment behind a marker, without its length. */
  MarkerReader segment() {
    int length = unsigned16();
    if (length < 2 || length - 2 > left()) {
      throw new IllegalArgumentException("corrupt: its JPEG 2000 image ends in a header");
    }
    MarkerReader segment = new MarkerReader(bytes, at, at + length - 2);
    at += length - 2;
    return segment;
  }

  private void require(int count) {
    if (count < 0 || count > to - at) {
      throw new IllegalArgumentException("corrupt: its JPEG 2000 image ends early");
    }
  }
}
