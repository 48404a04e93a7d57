package org.skywatt.ingest.zarr.codec;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Filters of numcodecs that change numbers, not only their bytes. */
final class Filters {
  private Filters() {}

  /** Elements were shuffled byte by byte. */
  static Codec shuffle(int elementSize) {
    return (stored, most) -> {
      byte[] out = new byte[stored.length];
      Shuffle.unshuffleBytes(stored, 0, out, 0, stored.length, elementSize);
      return out;
    };
  }

  /** Each number but the first was stored as difference from the one before. */
  static Codec delta(ElementType decoded, ElementType encoded) {
    return (stored, most) -> {
      int count = count(stored, encoded, decoded, most);
      byte[] out = new byte[count * decoded.size()];
      ByteBuffer from = encoded.buffer(stored);
      ByteBuffer to = decoded.buffer(out);
      long whole = 0;
      double real = 0;
      for (int i = 0; i < count; i++) {
        if (decoded.kind() == ElementType.Kind.FLOAT) {
          real += encoded.number(from, i);
          real = decoded.size() == 4 ? (float) real : real;
          decoded.put(to, i, real);
        } else {
          whole += encoded.whole(from, i);
          decoded.putWhole(to, i, whole);
        }
      }
      return out;
    };
  }

  /** Numbers were stored as {@code (value − offset) × scale}. */
  static Codec fixedScaleOffset(
      ElementType decoded, ElementType encoded, double scale, double offset) {
    return (stored, most) -> {
      int count = count(stored, encoded, decoded, most);
      byte[] out = new byte[count * decoded.size()];
      ByteBuffer from = encoded.buffer(stored);
      ByteBuffer to = decoded.buffer(out);
      for (int i = 0; i < count; i++) {
        decoded.put(to, i, encoded.number(from, i) / scale + offset);
      }
      return out;
    };
  }

  private static int count(byte[] stored, ElementType encoded, ElementType decoded, int most)
      throws IOException {
    int count = stored.length / encoded.size();
    if ((long) count * decoded.size() > most) {
      throw new IOException("a filter gives more than " + most + " bytes");
    }
    return count;
  }
}
