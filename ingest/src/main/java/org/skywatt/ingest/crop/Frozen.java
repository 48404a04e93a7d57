package org.skywatt.ingest.crop;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.ObjectStreamField;
import java.io.Serializable;

/**
 * Headers and grids as bytes, in Java's own serialization: the files live for days and are read by
 * the program that wrote them, and grids of every kind are covered. Only our own records are let
 * in. Classes are told by name and a checksum of their fields: the lists of fields themselves,
 * which Java would write, are most of a header's bytes and most of the time of reading it.
 */
final class Frozen {
  private static final ObjectInputFilter OURS =
      ObjectInputFilter.Config.createFilter("org.skywatt.**;java.base/*;maxdepth=32;!*");

  private Frozen() {}

  static byte[] freeze(Serializable object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new Freezer(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws IOException if the bytes hold no such object, or one of another version
   */
  static <T> T thaw(byte[] bytes, Class<T> type) throws IOException {
    try (ObjectInputStream in = new Thawer(bytes)) {
      in.setObjectInputFilter(OURS);
      return type.cast(in.readObject());
    } catch (ClassNotFoundException | RuntimeException e) {
      throw new IOException(e.toString(), e);
    }
  }

  private static int checksum(ObjectStreamClass type) {
    int sum = Long.hashCode(type.getSerialVersionUID());
    for (ObjectStreamField field : type.getFields()) {
      sum = 31 * (31 * sum + field.getName().hashCode()) + field.getType().getName().hashCode();
    }
    return sum;
  }

  private static final class Freezer extends ObjectOutputStream {
    Freezer(ByteArrayOutputStream bytes) throws IOException {
      super(bytes);
    }

    @Override
    protected void writeClassDescriptor(ObjectStreamClass type) throws IOException {
      writeUTF(type.getName());
      writeInt(checksum(type));
    }
  }

  private static final class Thawer extends ObjectInputStream {
    Thawer(byte[] bytes) throws IOException {
      super(new ByteArrayInputStream(bytes));
    }

    @Override
    protected ObjectStreamClass readClassDescriptor() throws IOException, ClassNotFoundException {
      String name = readUTF();
      ObjectStreamClass type =
          ObjectStreamClass.lookupAny(Class.forName(name, false, Frozen.class.getClassLoader()));
      if (readInt() != checksum(type)) {
        throw new InvalidClassException(name, "it has other fields in this version");
      }
      return type;
    }
  }
}
