package org.skywatt.ingest.grib.octet;

/**
 * A section of a message; octets count from 1, as in the WMO's templates, most significant first.
 * What reaches past the end is an IllegalArgumentException that says so.
 *
 * @param name how an error calls it, such as "section 3"
 * @param from first byte
 * @param to the byte after the last
 */
public record Octets(String name, byte[] bytes, int from, int to) {
  public Octets {
    if (from < 0 || from > to || to > bytes.length) {
      throw new IllegalArgumentException("corrupt: " + name + " reaches beyond its message");
    }
  }

  public int length() {
    return to - from;
  }

  public int unsigned8(int octet) {
    return bytes[index(octet, 1)] & 0xff;
  }

  public int unsigned16(int octet) {
    int at = index(octet, 2);
    return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
  }

  public int unsigned24(int octet) {
    int at = index(octet, 3);
    return ((bytes[at] & 0xff) << 16) | unsigned16(octet + 1);
  }

  public long unsigned32(int octet) {
    return ((long) unsigned16(octet) << 16) | unsigned16(octet + 2);
  }

  /** Sign bit and magnitude, the WMO's negative numbers. */
  public int signed8(int octet) {
    int raw = unsigned8(octet);
    return (raw & 0x80) == 0 ? raw : -(raw & 0x7f);
  }

  public int signed16(int octet) {
    int raw = unsigned16(octet);
    return (raw & 0x8000) == 0 ? raw : -(raw & 0x7fff);
  }

  public int signed24(int octet) {
    int raw = unsigned24(octet);
    return (raw & 0x800000) == 0 ? raw : -(raw & 0x7fffff);
  }

  public int signed32(int octet) {
    int raw = (int) unsigned32(octet);
    return raw >= 0 ? raw : -(raw & 0x7fffffff);
  }

  /** Whether all four octets are ones: the value is not given. */
  public boolean isMissing32(int octet) {
    return unsigned32(octet) == 0xffffffffL;
  }

  /** IEEE 754 single precision. */
  public float ieee32(int octet) {
    return Float.intBitsToFloat((int) unsigned32(octet));
  }

  /** IBM System/360 single precision: base 16, exponent excess 64, 24 bits of fraction. */
  public double ibm32(int octet) {
    long raw = unsigned32(octet);
    int exponent = 4 * ((int) ((raw >> 24) & 0x7f) - 64) - 24;
    double magnitude = Math.scalb((double) (raw & 0xffffff), exponent);
    return raw >> 31 == 0 ? magnitude : -magnitude;
  }

  /**
   * A decimal of edition 2: a signed octet of scale, then a signed value in four; the value is
   * divided by ten to the scale. NaN where either is missing.
   */
  public double decimal(int octet) {
    if (unsigned8(octet) == 255 || isMissing32(octet + 1)) {
      return Double.NaN;
    }
    int scale = signed8(octet);
    double unscaled = signed32(octet + 1);
    // Dividing by an exact power is right to the last digit; multiplying by 0.1 is not.
    return scale >= 0 ? unscaled / Math.pow(10, scale) : unscaled * Math.pow(10, -scale);
  }

  private int index(int octet, int size) {
    int at = from + octet - 1;
    if (octet < 1 || at + size > to) {
      throw new IllegalArgumentException("corrupt: " + name + " ends before its octet " + octet);
    }
    return at;
  }
}
