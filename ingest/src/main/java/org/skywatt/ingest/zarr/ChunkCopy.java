package org.skywatt.ingest.zarr;

import java.io.IOException;
import java.util.Optional;

/** Copies a part of an array out of its chunks. */
final class ChunkCopy {
  /** More than any field or coordinate lies in: each is a file to be looked for. */
  private static final long MOST_CHUNKS = 1 << 18;

  private final ArrayMetadata metadata;
  private final Chunks chunks;
  private final byte[] fill;
  private final int size;
  private final int[] chunkShape;
  private final int[] chunkStrides;

  ChunkCopy(ArrayMetadata metadata, Chunks chunks, byte[] fill) {
    this.metadata = metadata;
    this.chunks = chunks;
    this.fill = fill;
    size = fill.length;
    chunkShape = metadata.layout().shape();
    chunkStrides = metadata.layout().strides();
  }

  /**
   * Copies the elements from an origin on, the last dimension fastest.
   *
   * @param target as many elements as asked for
   */
  void copy(int[] origin, int[] count, byte[] target) throws IOException {
    int rank = origin.length;
    int[] first = new int[rank];
    int[] last = new int[rank];
    int[] targetStrides = new int[rank];
    int stride = 1;
    long touched = 1;
    for (int i = rank - 1; i >= 0; i--) {
      if (count[i] == 0) {
        return;
      }
      first[i] = origin[i] / chunkShape[i];
      last[i] = (origin[i] + count[i] - 1) / chunkShape[i];
      targetStrides[i] = stride;
      stride *= count[i];
      touched *= last[i] - first[i] + 1L;
      if (touched > MOST_CHUNKS) {
        throw new IOException("more than " + MOST_CHUNKS + " chunks for one field");
      }
    }
    int[] number = first.clone();
    do {
      Optional<byte[]> chunk = chunks.find(metadata, number);
      int[] from = new int[rank];
      int[] length = new int[rank];
      int source = 0;
      int to = 0;
      for (int i = 0; i < rank; i++) {
        int start = number[i] * chunkShape[i];
        from[i] = Math.max(origin[i], start);
        long end = Math.min((long) origin[i] + count[i], (long) start + chunkShape[i]);
        length[i] = (int) (end - from[i]);
        source += (from[i] - start) * chunkStrides[i];
        to += (from[i] - origin[i]) * targetStrides[i];
      }
      copy(0, length, chunk.orElse(null), source, target, to, targetStrides);
    } while (next(number, first, last));
  }

  private void copy(
      int dimension,
      int[] length,
      byte[] chunk,
      int source,
      byte[] target,
      int to,
      int[] targetStrides) {
    if (dimension == length.length) {
      element(chunk, source, target, to);
      return;
    }
    boolean innermost = dimension == length.length - 1;
    if (innermost && chunk != null && chunkStrides[dimension] == 1) {
      System.arraycopy(chunk, source * size, target, to * size, length[dimension] * size);
      return;
    }
    for (int i = 0; i < length[dimension]; i++) {
      int at = source + i * chunkStrides[dimension];
      int put = to + i * targetStrides[dimension];
      if (innermost) {
        element(chunk, at, target, put);
      } else {
        copy(dimension + 1, length, chunk, at, target, put, targetStrides);
      }
    }
  }

  private void element(byte[] chunk, int source, byte[] target, int to) {
    byte[] from = chunk == null ? fill : chunk;
    int at = chunk == null ? 0 : source * size;
    for (int k = 0; k < size; k++) {
      target[to * size + k] = from[at + k];
    }
  }

  private static boolean next(int[] number, int[] first, int[] last) {
    for (int i = number.length - 1; i >= 0; i--) {
      if (++number[i] <= last[i]) {
        return true;
      }
      number[i] = first[i];
    }
    return false;
  }
}
