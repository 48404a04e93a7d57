package org.skywatt.ingest.grib.jpeg2000;

import java.util.Arrays;

/** A quad tree of least values (T.800, B.10.2): leaves of a grid, learnt bit by bit. */
final class TagTree {
  private final int[] widths;
  private final int[] starts;
  private final int[] values;
  private final int[] known;

  TagTree(int width, int height) {
    int levels = 1;
    for (int w = width, h = height; w > 1 || h > 1; w = (w + 1) / 2, h = (h + 1) / 2) {
      levels++;
    }
    widths = new int[levels];
    starts = new int[levels];
    int size = 0;
    int w = width;
    int h = height;
    for (int level = 0; level < levels; level++) {
      widths[level] = w;
      starts[level] = size;
      size += w * h;
      w = (w + 1) / 2;
      h = (h + 1) / 2;
    }
    values = new int[size];
    known = new int[size];
    Arrays.fill(values, Integer.MAX_VALUE);
  }

  /** Whether a leaf's value is below a threshold; reads as many bits as that takes. */
  boolean isBelow(PacketBits bits, int x, int y, int threshold) {
    int low = 0;
    for (int level = widths.length - 1; level >= 0; level--) {
      int node = starts[level] + (y >> level) * widths[level] + (x >> level);
      low = Math.max(low, known[node]);
      while (low < threshold && low < values[node]) {
        if (bits.next() == 1) {
          values[node] = low;
        } else {
          low++;
        }
      }
      known[node] = low;
    }
    return values[starts[0] + y * widths[0] + x] < threshold;
  }
}
