package org.skywatt.ingest.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes those bytes of an object that were asked for, one after the other. */
final class Pieces {
  private final List<ByteRange> wanted;
  private final OutputStream out;
  private int next;

  /**
   * @param wanted ascending, without overlap
   */
  Pieces(List<ByteRange> wanted, OutputStream out) {
    this.wanted = wanted;
    this.out = out;
  }

  /** Takes {@code count} bytes that lie at {@code offset} of the object; each comes once. */
  void take(long offset, byte[] buffer, int count) throws IOException {
    long end = offset + count;
    while (next < wanted.size() && wanted.get(next).offset() < end) {
      ByteRange piece = wanted.get(next);
      int from = (int) (Math.max(piece.offset(), offset) - offset);
      int to = (int) (Math.min(piece.end(), end) - offset);
      if (to > from) {
        out.write(buffer, from, to - from);
      }
      if (piece.end() > end) {
        return;
      }
      next++;
    }
  }
}
