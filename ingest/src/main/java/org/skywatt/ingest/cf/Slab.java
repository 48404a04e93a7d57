package org.skywatt.ingest.cf;

import java.io.IOException;
import java.util.Arrays;

/** Reads one field out of a variable, whichever way its dimensions lie. */
final class Slab {
  private Slab() {}

  /**
   * The values of a field by the grid's index, unpacked.
   *
   * @param origin place of the field in the variable; 0 in the grid's own dimensions
   */
  static float[] read(CfVariable variable, Horizontal horizontal, int[] origin) throws IOException {
    int rows = horizontal.grid().rows();
    int columns = horizontal.grid().columns();
    int[] count = new int[origin.length];
    Arrays.fill(count, 1);
    count[horizontal.rowDimension()] = rows;
    count[horizontal.columnDimension()] = columns;
    RawValues raw = variable.read(origin, count);
    Unpacking unpacking = Unpacking.of(variable);
    boolean rowsFirst = horizontal.rowDimension() < horizontal.columnDimension();
    int downStep = rowsFirst ? columns : 1;
    int rightStep = rowsFirst ? 1 : rows;
    float[] values = new float[rows * columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int from = horizontal.reversed() ? columns - 1 - column : column;
        values[row * columns + column] =
            (float) unpacking.value(raw.get(row * downStep + from * rightStep));
      }
    }
    return values;
  }
}
