package org.skywatt.ingest.grib.packing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Packed bits, most significant first. They are copied once into an array with zeros behind the
 * end, so that eight bytes can be read at every bit without a check; whoever reads asks {@link
 * #require} first, or {@link #requireNotBeyond} after.
 */
final class Bits {
  /** Widest number that {@link #at} reads: eight bytes less the seven bits before it. */
  static final int WIDEST = 57;

  private static final int BYTES_BEHIND = 16;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final String name;
  private final byte[] bytes;
  private final long size;

  private Bits(String name, byte[] padded, int length) {
    this.name = name;
    this.bytes = padded;
    this.size = 8L * length;
  }

  /** The bits of a section from an octet (from 1) to its end. */
  static Bits of(Section section, int octet) {
    int from = section.from() + octet - 1;
    if (from > section.to()) {
      throw new IllegalArgumentException("corrupt: " + section.name() + " ends before its data");
    }
    int length = section.to() - from;
    return new Bits(
        section.name(),
        Arrays.copyOfRange(section.bytes(), from, section.to() + BYTES_BEHIND),
        length);
  }

  /** All of an array. */
  static Bits of(String name, byte[] data) {
    return new Bits(name, Arrays.copyOf(data, data.length + BYTES_BEHIND), data.length);
  }

  byte[] bytes() {
    return bytes;
  }

  long size() {
    return size;
  }

  /** Refuses a run of numbers that the bits do not hold; returns where it ends. */
  long require(long from, long count, int width, String what) {
    if (width > WIDEST) {
      throw new IllegalArgumentException("corrupt: " + what + " of " + width + " bits");
    }
    // Neither product nor sum overflows: counts are ints, widths below 64.
    long end = from + count * width;
    if (end > size) {
      throw new IllegalArgumentException(
          "corrupt: " + name + " has not the " + count + " " + what + " of " + width + " bits");
    }
    return end;
  }

  /** Refuses what was read beyond the end. */
  void requireNotBeyond(long bit) {
    if (bit > size) {
      throw new IllegalArgumentException("corrupt: " + name + " ends before its last value");
    }
  }

  /** The bits from a place on, at the top of a long; the lowest seven are undefined. */
  static long window(byte[] padded, long bit) {
    return (long) LONG.get(padded, (int) (bit >>> 3)) << (bit & 7);
  }

  /** The eight bytes at an index. */
  static long eightBytes(byte[] padded, int index) {
    return (long) LONG.get(padded, index);
  }

  /** An unsigned number of 0 to {@link #WIDEST} bits. */
  long at(long bit, int width) {
    return width == 0 ? 0 : window(bytes, bit) >>> (64 - width);
  }

  /** The next whole byte. */
  static long nextByte(long bit) {
    return bit + 7 & ~7L;
  }
}
