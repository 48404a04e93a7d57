package org.skywatt.ingest.crop;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;

/**
 * Headers and grids as bytes, in Java's own serialization: the files live for days and are read by
 * the program that wrote them, and grids of every kind are covered. Only our own records are let
 * in.
 */
final class Frozen {
  private static final ObjectInputFilter OURS =
      ObjectInputFilter.Config.createFilter("org.skywatt.**;java.base/*;maxdepth=32;!*");

  private Frozen() {}

  static byte[] freeze(Serializable object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws IOException if the bytes hold no such object, or one of another version
   */
  static <T> T thaw(byte[] bytes, Class<T> type) throws IOException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      in.setObjectInputFilter(OURS);
      return type.cast(in.readObject());
    } catch (ClassNotFoundException | RuntimeException e) {
      throw new IOException(e.toString(), e);
    }
  }
}
