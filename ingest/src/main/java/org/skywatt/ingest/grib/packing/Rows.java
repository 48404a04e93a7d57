package org.skywatt.ingest.grib.packing;

import java.util.Arrays;

/**
 * Points of a grid by row, in scan order: some packings go by rows.
 *
 * @param lengths points of each row
 */
public record Rows(int[] lengths) {

  /** Rows of one length. */
  public static Rows regular(int rows, int columns) {
    int[] lengths = new int[rows];
    Arrays.fill(lengths, columns);
    return new Rows(lengths);
  }

  /** Turns every second row around: boustrophedonic order, as an ox ploughs. */
  void turnSecondRows(float[] values) {
    int from = 0;
    for (int row = 0; row < lengths.length; row++) {
      int to = from + lengths[row];
      if (row % 2 == 1) {
        for (int left = from, right = to - 1; left < right; left++, right--) {
          float value = values[left];
          values[left] = values[right];
          values[right] = value;
        }
      }
      from = to;
    }
  }

  /** Points of each row that have a value. */
  int[] present(Bitmap bitmap) {
    int[] present = new int[lengths.length];
    int point = 0;
    for (int row = 0; row < lengths.length; row++) {
      for (int i = 0; i < lengths[row]; i++) {
        present[row] += bitmap.has(point++) ? 1 : 0;
      }
    }
    return present;
  }

  /** Number of points. */
  int points() {
    long points = 0;
    for (int length : lengths) {
      points += length;
    }
    if (points > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException("a grid of " + points + " points is too large");
    }
    return (int) points;
  }
}
