package org.skywatt.models.forest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads Universal Binary JSON (ubjson.org, draft 12) as XGBoost writes it: maps, lists, strings,
 * {@link Number}s, booleans and null.
 */
final class UniversalBinaryJson {
  private static final int DEEPEST = 64;

  private final ByteBuffer bytes;

  private UniversalBinaryJson(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes);
  }

  /**
   * @throws IOException if {@code bytes} end too early, go on too long or are no UBJSON
   */
  static Object read(byte[] bytes) throws IOException {
    UniversalBinaryJson reader = new UniversalBinaryJson(bytes);
    Object value = reader.value(reader.marker(), 0);
    if (reader.bytes.hasRemaining()) {
      throw new IOException(reader.bytes.remaining() + " bytes after the end");
    }
    return value;
  }

  private char marker() throws IOException {
    need(1);
    return (char) (bytes.get() & 0xFF);
  }

  private void need(long count) throws IOException {
    if (count < 0 || count > bytes.remaining()) {
      throw new IOException(
          "byte " + bytes.position() + ": " + count + " more bytes are needed, but it ends");
    }
  }

  private Object value(char type, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new IOException("nested more than " + DEEPEST + " deep");
    }
    return switch (type) {
      case '{' -> map(depth);
      case '[' -> list(depth);
      case 'S' -> text();
      case 'T' -> true;
      case 'F' -> false;
      case 'Z' -> null;
      default -> number(type);
    };
  }

  private Number number(char type) throws IOException {
    need(width(type));
    return switch (type) {
      case 'i' -> (long) bytes.get();
      case 'U' -> (long) (bytes.get() & 0xFF);
      case 'I' -> (long) bytes.getShort();
      case 'l' -> (long) bytes.getInt();
      case 'L' -> bytes.getLong();
      case 'd' -> (double) bytes.getFloat();
      default -> bytes.getDouble();
    };
  }

  private int width(char type) throws IOException {
    return switch (type) {
      case 'i', 'U' -> 1;
      case 'I' -> 2;
      case 'l', 'd' -> 4;
      case 'L', 'D' -> 8;
      default ->
          throw new IOException(
              "byte " + (bytes.position() - 1) + ": type " + (int) type + " is unknown");
    };
  }

  private int length() throws IOException {
    Number length = number(marker());
    if (length instanceof Long whole && whole >= 0 && whole <= bytes.remaining()) {
      return whole.intValue();
    }
    throw new IOException("byte " + bytes.position() + ": a length of " + length);
  }

  private String text() throws IOException {
    byte[] text = new byte[length()];
    bytes.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private char peek() throws IOException {
    need(1);
    return (char) (bytes.get(bytes.position()) & 0xFF);
  }

  private Map<String, Object> map(int depth) throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    while (peek() != '}') {
      String key = text();
      map.put(key, value(marker(), depth + 1));
    }
    marker();
    return map;
  }

  private List<Object> list(int depth) throws IOException {
    List<Object> list = new ArrayList<>();
    char type = 0;
    if (peek() == '$') {
      marker();
      type = marker();
      if (peek() != '#') {
        throw new IOException("byte " + bytes.position() + ": a typed array without a count");
      }
    }
    if (peek() == '#') {
      marker();
      int count = length();
      if (type != 0) {
        need((long) count * width(type));
      }
      for (int i = 0; i < count; i++) {
        list.add(type == 0 ? value(marker(), depth + 1) : number(type));
      }
      return list;
    }
    while (peek() != ']') {
      list.add(value(marker(), depth + 1));
    }
    marker();
    return list;
  }
}
