package org.skywatt.ingest.field;

import java.util.List;

/**
 * A variable of a file that is no field, since it has no grid or no time: a coordinate, a station's
 * record, a mask.
 *
 * @param index as of a field
 * @param packing how it is stored
 * @param shape lengths of its dimensions, slowest first
 * @param values the last dimension fastest, in the file's unit; NaN where missing; empty for texts
 */
public record Series(int index, CfCode code, String packing, List<Integer> shape, double[] values) {
  public Series {
    shape = List.copyOf(shape);
  }

  /** Number of elements, texts too. */
  public long count() {
    long count = 1;
    for (int length : shape) {
      count *= length;
    }
    return count;
  }
}
