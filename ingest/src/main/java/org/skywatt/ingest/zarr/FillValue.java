package org.skywatt.ingest.zarr;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import org.skywatt.ingest.zarr.codec.ElementType;
import org.skywatt.ingest.zarr.codec.ElementType.Kind;

/**
 * Fill values as metadata write them: numbers, {@code NaN} and the like, or bits in hexadecimal.
 */
final class FillValue {
  private FillValue() {}

  /** One element of the fill value, in bytes; zeros where nothing is said, or for texts. */
  static byte[] bytes(ElementType type, JsonNode fill) throws IOException {
    byte[] bytes = new byte[type.size()];
    if (type.isText() || fill.isNull() || fill.isMissingNode()) {
      return bytes;
    }
    ByteBuffer buffer = type.buffer(bytes);
    if (type.kind() == Kind.BOOLEAN) {
      bytes[0] = (byte) (fill.asBoolean() || fill.asInt() != 0 ? 1 : 0);
    } else if (type.kind() != Kind.FLOAT && fill.isIntegralNumber()) {
      type.putWhole(buffer, 0, fill.bigIntegerValue().longValue());
    } else if (fill.asText().startsWith("0x")) {
      type.putWhole(buffer, 0, hexadecimal(fill.asText()));
    } else if (fill.asText().equals("NaT")) {
      type.putWhole(buffer, 0, Long.MIN_VALUE);
    } else if (type.kind() == Kind.FLOAT && type.size() == 2) {
      type.putWhole(buffer, 0, half(number(fill)));
    } else {
      type.put(buffer, 0, number(fill));
    }
    return bytes;
  }

  private static long hexadecimal(String text) throws IOException {
    try {
      return new BigInteger(text.substring(2), 16).longValue();
    } catch (NumberFormatException e) {
      throw new IOException("fill value " + text + " is no number", e);
    }
  }

  private static double number(JsonNode fill) throws IOException {
    if (fill.isNumber()) {
      return fill.asDouble();
    }
    return switch (fill.asText()) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw new IOException("fill value " + fill + " is no number");
    };
  }

  /** Of the halves, only those that fill values have. */
  private static long half(double value) throws IOException {
    if (Double.isNaN(value)) {
      return 0x7e00;
    }
    if (value == 0) {
      return 0;
    }
    throw new IOException("fill value " + value + " of float16 is not read");
  }
}
