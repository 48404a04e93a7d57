package org.skywatt.ingest.zarr.codec;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteOrder;
import org.skywatt.ingest.zarr.codec.ElementType.Kind;

/** Element types by their names in metadata. */
public final class ElementTypes {
  /** Texts longer than this are none that coordinates have. */
  private static final int LONGEST_TEXT = 1 << 16;

  private ElementTypes() {}

  /** A type as NumPy writes it in Zarr v2: {@code <f4}, {@code |u1}, {@code <M8[ns]} … */
  public static ElementType numpy(JsonNode node) throws UnknownCodecException {
    String name = node.isTextual() ? node.asText() : "";
    ByteOrder order = name.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    String kind = name.length() > 1 ? name.substring(1, 2) : "";
    if (name.equals("|O")) {
      return new ElementType(Kind.TEXT_ANY, 0, order);
    }
    int bracket = name.indexOf('[');
    int size =
        number(name.substring(Math.min(2, name.length()), bracket < 2 ? name.length() : bracket));
    ElementType type =
        switch (kind) {
          case "f" -> number(Kind.FLOAT, size, order);
          case "i", "M", "m" -> number(Kind.SIGNED, size, order);
          case "u" -> number(Kind.UNSIGNED, size, order);
          case "b" -> new ElementType(Kind.BOOLEAN, 1, order);
          case "U" -> text(Kind.TEXT_UTF32, 4L * size, order);
          case "S" -> text(Kind.TEXT_BYTES, size, order);
          default -> null;
        };
    if (type == null) {
      throw new UnknownCodecException("data type " + node + " is not read");
    }
    return type;
  }

  /** A type of Zarr v3: {@code float32}, {@code string}, {@code numpy.datetime64} … */
  public static ElementType version3(JsonNode node) throws UnknownCodecException {
    String name = node.isTextual() ? node.asText() : node.path("name").asText();
    ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    JsonNode configuration = node.path("configuration");
    ElementType type =
        switch (name) {
          case "bool" -> new ElementType(Kind.BOOLEAN, 1, order);
          case "int8", "int16", "int32", "int64" ->
              number(Kind.SIGNED, number(name.substring(3)) / 8, order);
          case "uint8", "uint16", "uint32", "uint64" ->
              number(Kind.UNSIGNED, number(name.substring(4)) / 8, order);
          case "float16", "float32", "float64" ->
              number(Kind.FLOAT, number(name.substring(5)) / 8, order);
          case "numpy.datetime64", "numpy.timedelta64" -> number(Kind.SIGNED, 8, order);
          case "string" -> new ElementType(Kind.TEXT_ANY, 0, order);
          case "fixed_length_utf32" ->
              text(Kind.TEXT_UTF32, configuration.path("length_bytes").asLong(), order);
          case "null_terminated_bytes" ->
              text(Kind.TEXT_BYTES, configuration.path("length_bytes").asLong(), order);
          default -> null;
        };
    if (type == null) {
      throw new UnknownCodecException("data type " + node + " is not read");
    }
    return type;
  }

  private static ElementType number(Kind kind, int size, ByteOrder order) {
    boolean known = size == 2 || size == 4 || size == 8 || (size == 1 && kind != Kind.FLOAT);
    return known ? new ElementType(kind, size, order) : null;
  }

  private static ElementType text(Kind kind, long size, ByteOrder order) {
    return size > 0 && size <= LONGEST_TEXT ? new ElementType(kind, (int) size, order) : null;
  }

  private static int number(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
