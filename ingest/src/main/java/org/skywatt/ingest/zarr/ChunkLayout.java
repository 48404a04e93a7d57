package org.skywatt.ingest.zarr;

import java.io.IOException;
import java.util.List;
import org.skywatt.ingest.zarr.codec.Codec;
import org.skywatt.ingest.zarr.codec.ElementType;

/**
 * How the elements of a chunk lie in its bytes.
 *
 * @param shape lengths of a chunk
 * @param order the array's dimensions in the order in which the chunk stores them, slowest first
 * @param codecs to undo, the first first
 * @param storage what codecs are called, for people
 */
record ChunkLayout(ElementType type, int[] shape, int[] order, List<Codec> codecs, String storage) {
  private static final long LARGEST = 1L << 29;
  private static final int LARGEST_TEXTS = 64 << 20;

  /** Bytes of a decoded chunk; of texts, how many it may have. */
  int bytes() throws IOException {
    if (type.kind() == ElementType.Kind.TEXT_ANY) {
      return LARGEST_TEXTS;
    }
    long bytes = type.size();
    for (int length : shape) {
      bytes *= length;
      if (bytes > LARGEST) {
        throw new IOException("chunks of more than " + LARGEST + " bytes are not read");
      }
    }
    return (int) bytes;
  }

  /** Decodes a chunk. */
  byte[] decode(byte[] stored) throws IOException {
    int most = bytes();
    byte[] bytes = stored;
    // A filter may widen numbers; what comes before it is smaller, or a checksum longer.
    for (Codec codec : codecs) {
      bytes = codec.decode(bytes, most == LARGEST_TEXTS ? most : 8 * Math.min(most, 1 << 27) + 64);
    }
    if (type.kind() != ElementType.Kind.TEXT_ANY && bytes.length != most) {
      throw new IOException("a chunk has " + bytes.length + " bytes, not " + most);
    }
    return bytes;
  }

  /** Steps in elements from one index to the next, by the array's dimensions. */
  int[] strides() {
    int[] strides = new int[shape.length];
    int stride = 1;
    for (int i = order.length - 1; i >= 0; i--) {
      strides[order[i]] = stride;
      stride *= shape[order[i]];
    }
    return strides;
  }
}
