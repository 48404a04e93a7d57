package org.skywatt.ingest.fetch;

import java.util.ArrayList;
import java.util.List;

/**
 * Bytes of an object.
 *
 * @param offset of the first one, from 0
 * @param length how many; {@link #TO_THE_END} for all that follow
 */
public record ByteRange(long offset, long length) {
  public static final long TO_THE_END = -1;

  /** All bytes of an object. */
  public static final ByteRange WHOLE = new ByteRange(0, TO_THE_END);

  public ByteRange {
    if (offset < 0
        || (length < 1 && length != TO_THE_END)
        || (length > 0 && offset > Long.MAX_VALUE - length)) {
      throw new IllegalArgumentException("no range of bytes: " + length + " from " + offset);
    }
  }

  boolean isOpen() {
    return length == TO_THE_END;
  }

  /** Offset after the last byte; {@link Long#MAX_VALUE} for an open range. */
  long end() {
    return isOpen() ? Long.MAX_VALUE : offset + length;
  }

  /**
   * Fewer, longer ranges that cover the same bytes: neighbours with at most {@code gap} bytes
   * between them become one, since a request costs more than a few bytes too many.
   *
   * @param ranges ascending, without overlap
   */
  static List<ByteRange> join(List<ByteRange> ranges, long gap) {
    List<ByteRange> joined = new ArrayList<>();
    for (ByteRange next : ranges) {
      int last = joined.size() - 1;
      if (last >= 0 && next.offset - joined.get(last).end() <= gap) {
        long start = joined.get(last).offset;
        joined.set(last, new ByteRange(start, next.isOpen() ? TO_THE_END : next.end() - start));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }

  /**
   * @throws IllegalArgumentException where the ranges are none, out of order, or overlap
   */
  static void requireAscending(List<ByteRange> ranges) {
    if (ranges.isEmpty()) {
      throw new IllegalArgumentException("no bytes are asked for");
    }
    for (int i = 1; i < ranges.size(); i++) {
      if (ranges.get(i).offset < ranges.get(i - 1).end()) {
        throw new IllegalArgumentException(
            "ranges overlap: " + ranges.get(i - 1) + " and " + ranges.get(i));
      }
    }
  }
}
