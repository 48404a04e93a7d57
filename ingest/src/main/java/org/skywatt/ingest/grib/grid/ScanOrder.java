package org.skywatt.ingest.grib.grid;

import java.util.Arrays;
import org.skywatt.ingest.grib.packing.Rows;

/**
 * The order in which a file walks a grid (flag table 3.4; 8 in edition 1). Rows stay in the file's
 * order, and so do columns where the grid can say that they run westwards.
 *
 * @param lengths points of each line as it is scanned
 * @param columns of the grid; 0 where rows have lengths of their own
 * @param alongColumns whether a line is a column
 * @param alternate whether every second line runs the other way
 * @param turnColumns whether columns are to be turned around, to run eastwards
 */
public record ScanOrder(
    int[] lengths, int columns, boolean alongColumns, boolean alternate, boolean turnColumns) {
  static final int EAST_TO_WEST = 0x80;
  static final int SOUTH_TO_NORTH = 0x40;
  private static final int ALONG_COLUMNS = 0x20;
  private static final int ALTERNATE = 0x10;
  private static final int STAGGERED = 0x0f;

  /**
   * A grid whose rows have the same columns.
   *
   * @param mode the flags
   * @param turnsWestward whether a grid that runs westwards is to be turned around
   */
  static ScanOrder regular(int columns, int rows, int mode, boolean turnsWestward) {
    requireKnown(mode);
    boolean alongColumns = (mode & ALONG_COLUMNS) != 0;
    int[] lengths = new int[alongColumns ? columns : rows];
    Arrays.fill(lengths, alongColumns ? rows : columns);
    return new ScanOrder(
        lengths,
        columns,
        alongColumns,
        (mode & ALTERNATE) != 0,
        turnsWestward && (mode & EAST_TO_WEST) != 0);
  }

  /** A grid of rows with lengths of their own. */
  static ScanOrder reduced(int[] lengths, int mode) {
    requireKnown(mode);
    if ((mode & ~SOUTH_TO_NORTH) != 0) {
      throw new IllegalArgumentException(
          "scanning mode " + mode + " of a reduced grid is not supported");
    }
    return new ScanOrder(lengths, 0, false, false, false);
  }

  private static void requireKnown(int mode) {
    if ((mode & STAGGERED) != 0) {
      throw new IllegalArgumentException(
          "scanning mode " + mode + " is not supported: its rows are staggered");
    }
  }

  /** Points by line, as packings want to know them. */
  public Rows rows() {
    return new Rows(lengths);
  }

  /** How many points the file walks. */
  public int scanned() {
    int sum = 0;
    for (int length : lengths) {
      sum = Math.addExact(sum, length);
    }
    return sum;
  }

  /** Values in scan order, put by the grid's index; the same array where that is one order. */
  public float[] inGridOrder(float[] scanned) {
    if (!alongColumns && !alternate && !turnColumns) {
      return scanned;
    }
    float[] values = new float[scanned.length];
    int at = 0;
    for (int line = 0; line < lengths.length; line++) {
      int length = lengths[line];
      for (int i = 0; i < length; i++) {
        int along = alternate && line % 2 == 1 ? length - 1 - i : i;
        int row = alongColumns ? along : line;
        int column = alongColumns ? line : along;
        if (turnColumns) {
          column = columns - 1 - column;
        }
        values[row * columns + column] = scanned[at++];
      }
    }
    return values;
  }
}
