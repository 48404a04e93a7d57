package org.skywatt.ingest.zarr.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How one element of an array lies in bytes.
 *
 * @param kind what it is
 * @param size bytes of an element; 0 for texts of any length
 * @param order of its bytes
 */
public record ElementType(Kind kind, int size, ByteOrder order) {
  /** What elements are. */
  public enum Kind {
    SIGNED,
    UNSIGNED,
    FLOAT,
    BOOLEAN,
    /** Characters of four bytes (UTF-32), padded with zeros. */
    TEXT_UTF32,
    /** Bytes, padded with zeros. */
    TEXT_BYTES,
    /** Texts with their lengths before them. */
    TEXT_ANY
  }

  public boolean isText() {
    return kind == Kind.TEXT_UTF32 || kind == Kind.TEXT_BYTES || kind == Kind.TEXT_ANY;
  }

  /** As NumPy names it. */
  public String label() {
    return switch (kind) {
      case SIGNED -> "int" + 8 * size;
      case UNSIGNED -> "uint" + 8 * size;
      case FLOAT -> "float" + 8 * size;
      case BOOLEAN -> "bool";
      case TEXT_UTF32, TEXT_BYTES, TEXT_ANY -> "string";
    };
  }

  /** Bytes read in this type's order. */
  public ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(order);
  }

  /** A number, from bytes in this type's order. */
  public double number(ByteBuffer bytes, int index) {
    int at = index * size;
    if (kind == Kind.FLOAT) {
      return switch (size) {
        case 2 -> half(bytes.getShort(at));
        case 4 -> bytes.getFloat(at);
        default -> bytes.getDouble(at);
      };
    }
    long whole = whole(bytes, index);
    return kind == Kind.UNSIGNED && size == 8 && whole < 0 ? whole + 0x1p64 : whole;
  }

  /** A whole number; of 64 unsigned bits the same bits. */
  public long whole(ByteBuffer bytes, int index) {
    int at = index * size;
    boolean signed = kind == Kind.SIGNED;
    return switch (size) {
      case 1 -> signed ? bytes.get(at) : bytes.get(at) & 0xff;
      case 2 -> signed ? bytes.getShort(at) : bytes.getShort(at) & 0xffff;
      case 4 -> signed ? bytes.getInt(at) : bytes.getInt(at) & 0xffffffffL;
      default -> bytes.getLong(at);
    };
  }

  /** Writes a number, rounded towards zero as C does where the type is whole. */
  public void put(ByteBuffer bytes, int index, double value) {
    int at = index * size;
    if (kind == Kind.FLOAT) {
      if (size == 4) {
        bytes.putFloat(at, (float) value);
      } else {
        bytes.putDouble(at, value);
      }
      return;
    }
    putWhole(
        bytes, index, value >= 0x1p63 ? (long) (value - 0x1p63) ^ Long.MIN_VALUE : (long) value);
  }

  /** Writes the low bits of a whole number. */
  public void putWhole(ByteBuffer bytes, int index, long value) {
    int at = index * size;
    switch (size) {
      case 1 -> bytes.put(at, (byte) value);
      case 2 -> bytes.putShort(at, (short) value);
      case 4 -> bytes.putInt(at, (int) value);
      default -> bytes.putLong(at, value);
    }
  }

  /** IEEE 754 binary16. */
  private static double half(short bits) {
    int exponent = (bits >> 10) & 0x1f;
    int fraction = bits & 0x3ff;
    double size =
        switch (exponent) {
          case 0 -> Math.scalb((double) fraction, -24);
          case 31 -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
          default -> Math.scalb(1024.0 + fraction, exponent - 25);
        };
    return bits < 0 ? -size : size;
  }
}
