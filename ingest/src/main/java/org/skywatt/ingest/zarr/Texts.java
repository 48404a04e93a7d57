package org.skywatt.ingest.zarr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skywatt.ingest.zarr.codec.ElementType;
import org.skywatt.ingest.zarr.codec.ElementType.Kind;

/** Reads arrays of texts of one dimension or none, which is what coordinates are. */
final class Texts {
  private static final int MOST = 1 << 20;

  private Texts() {}

  static List<String> read(ArrayMetadata metadata, Chunks chunks) throws IOException {
    int[] shape = metadata.shape();
    if (shape.length > 1 || (shape.length == 1 && shape[0] > MOST)) {
      throw new IOException("texts of " + shape.length + " dimensions, or too many, are not read");
    }
    int count = shape.length == 0 ? 1 : shape[0];
    if (metadata.type().kind() == Kind.TEXT_ANY) {
      return anyLength(metadata, chunks, count);
    }
    int size = metadata.type().size();
    byte[] bytes = new byte[Math.multiplyExact(count, size)];
    new ChunkCopy(metadata, chunks, new byte[size]).copy(new int[shape.length], shape, bytes);
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(fixedLength(metadata.type(), bytes, i));
    }
    return texts;
  }

  private static String fixedLength(ElementType type, byte[] bytes, int index) {
    int from = index * type.size();
    if (type.kind() == Kind.TEXT_BYTES) {
      return new String(bytes, from, type.size(), StandardCharsets.UTF_8).replace("\0", "");
    }
    ByteBuffer characters = type.buffer(bytes);
    StringBuilder text = new StringBuilder();
    for (int at = from; at < from + type.size(); at += 4) {
      int character = characters.getInt(at);
      if (character != 0) {
        text.appendCodePoint(Character.isValidCodePoint(character) ? character : '\ufffd');
      }
    }
    return text.toString();
  }

  /** The {@code vlen-utf8} codec: the number of texts, then each with its length before it. */
  private static List<String> anyLength(ArrayMetadata metadata, Chunks chunks, int count)
      throws IOException {
    int[] shape = metadata.layout().shape();
    int each = shape.length == 0 ? 1 : shape[0];
    List<String> texts = new ArrayList<>();
    for (int number = 0; texts.size() < count; number++) {
      Optional<byte[]> chunk =
          chunks.find(metadata, shape.length == 0 ? new int[0] : new int[] {number});
      int wanted = Math.min(each, count - texts.size());
      ByteBuffer in =
          chunk.isEmpty() ? null : ByteBuffer.wrap(chunk.get()).order(ByteOrder.LITTLE_ENDIAN);
      if (in != null && (in.remaining() < 4 || in.getInt() < wanted)) {
        throw new IOException("a chunk of texts holds fewer than " + wanted);
      }
      for (int i = 0; i < wanted; i++) {
        texts.add(in == null ? "" : next(in));
      }
    }
    return texts;
  }

  private static String next(ByteBuffer in) throws IOException {
    int length = in.remaining() < 4 ? -1 : in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new IOException("a chunk of texts is truncated");
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
