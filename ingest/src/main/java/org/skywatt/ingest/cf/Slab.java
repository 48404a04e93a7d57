package org.skywatt.ingest.cf;

import java.io.IOException;
import java.util.Arrays;
import org.skywatt.core.grid.Grid;
import org.skywatt.core.grid.GridWindow;

/** Reads one field out of a variable, whichever way its dimensions lie. */
final class Slab {
  private Slab() {}

  /**
   * The values of a field by the grid's index, unpacked.
   *
   * @param origin place of the field in the variable; 0 in the grid's own dimensions
   */
  static float[] read(CfVariable variable, Horizontal horizontal, int[] origin) throws IOException {
    Grid grid = horizontal.grid();
    return read(
        variable, horizontal, origin, new GridWindow(grid, 0, grid.rows(), 0, grid.columns()));
  }

  /**
   * The values of a part of a field by the window's index, unpacked. No more than the part is read.
   *
   * @param window of the grid, not over its last column to the first
   */
  static float[] read(CfVariable variable, Horizontal horizontal, int[] origin, GridWindow window)
      throws IOException {
    int rows = window.rows();
    int columns = window.columns();
    int[] from = origin.clone();
    int[] count = new int[origin.length];
    Arrays.fill(count, 1);
    from[horizontal.rowDimension()] = window.firstRow();
    from[horizontal.columnDimension()] =
        horizontal.reversed()
            ? horizontal.grid().columns() - window.firstColumn() - columns
            : window.firstColumn();
    count[horizontal.rowDimension()] = rows;
    count[horizontal.columnDimension()] = columns;
    RawValues raw = variable.read(from, count);
    Unpacking unpacking = Unpacking.of(variable);
    boolean rowsFirst = horizontal.rowDimension() < horizontal.columnDimension();
    int downStep = rowsFirst ? columns : 1;
    int rightStep = rowsFirst ? 1 : rows;
    float[] values = new float[rows * columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int right = horizontal.reversed() ? columns - 1 - column : column;
        values[row * columns + column] =
            (float) unpacking.value(raw.get(row * downStep + right * rightStep));
      }
    }
    return values;
  }
}
