package org.skywatt.ingest.grib.packing;

/**
 * A window of a message that holds one section. Octets count from 1, as in the WMO's templates.
 * What reaches past the end is an IllegalArgumentException.
 *
 * @param name how an error calls it, such as "section 5"
 * @param from first byte
 * @param to the byte after the last
 */
record Section(String name, byte[] bytes, int from, int to) {

  Section {
    if (from < 0 || from > to || to > bytes.length) {
      throw new IllegalArgumentException("corrupt: " + name + " reaches beyond its message");
    }
  }

  /** The section that starts at a byte, with its length in the first four octets (edition 2). */
  static Section edition2(int number, byte[] message, int at) {
    String name = "section " + number;
    long length =
        new Section(name, message, Math.min(at, message.length), message.length).unsigned32(1);
    if (length < 5 || length > message.length - at) {
      throw new IllegalArgumentException(
          "corrupt: " + name + " says it is " + length + " bytes long");
    }
    return new Section(name, message, at, at + (int) length);
  }

  /** The section that starts at a byte, with its length in the first three octets (edition 1). */
  static Section edition1(int number, byte[] message, int at, int length) {
    String name = "section " + number;
    if (length < 4 || length > message.length - at) {
      throw new IllegalArgumentException(
          "corrupt: " + name + " says it is " + length + " bytes long");
    }
    return new Section(name, message, at, at + length);
  }

  int length() {
    return to - from;
  }

  int unsigned8(int octet) {
    return bytes[index(octet, 1)] & 0xff;
  }

  int unsigned16(int octet) {
    int at = index(octet, 2);
    return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
  }

  long unsigned32(int octet) {
    return (long) unsigned16(octet) << 16 | unsigned16(octet + 2);
  }

  /** A count that is used as an int: four octets, refused above the bound. */
  int count(int octet, int most, String what) {
    long count = unsigned32(octet);
    if (count > most) {
      throw new IllegalArgumentException(
          "corrupt: " + count + " " + what + " are more than the " + most + " that can be");
    }
    return (int) count;
  }

  /** Sign bit and magnitude, the WMO's negative numbers. */
  int signed16(int octet) {
    int raw = unsigned16(octet);
    return (raw & 0x8000) == 0 ? raw : -(raw & 0x7fff);
  }

  /** IEEE 754 single precision. */
  float ieee32(int octet) {
    return Float.intBitsToFloat((int) unsigned32(octet));
  }

  /** IBM System/360 single precision: base 16, exponent excess 64, 24 bits of fraction. */
  double ibm32(int octet) {
    long raw = unsigned32(octet);
    double magnitude =
        Math.scalb((double) (raw & 0xffffff), 4 * ((int) (raw >> 24 & 0x7f) - 64) - 24);
    return raw >> 31 == 0 ? magnitude : -magnitude;
  }

  private int index(int octet, int size) {
    int at = from + octet - 1;
    if (at + size > to) {
      throw new IllegalArgumentException("corrupt: " + name + " ends before its octet " + octet);
    }
    return at;
  }
}
