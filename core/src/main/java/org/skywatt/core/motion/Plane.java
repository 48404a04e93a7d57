package org.skywatt.core.motion;

import java.util.Arrays;

/**
 * A raster of floats.
 *
 * @param values row by row: index {@code row * columns + column}; not copied
 */
public record Plane(int rows, int columns, float[] values) {
  public Plane {
    if (rows < 1 || columns < 1 || (long) rows * columns != values.length) {
      throw new IllegalArgumentException(
          values.length + " values for " + rows + " rows of " + columns);
    }
  }

  /** A raster of zeros. */
  public Plane(int rows, int columns) {
    this(rows, columns, new float[rows * columns]);
  }

  /** The value of a pixel of the raster. */
  public float at(int row, int column) {
    return values[row * columns + column];
  }

  /** Whether another raster has as many rows and columns. */
  public boolean sameShape(Plane other) {
    return rows == other.rows && columns == other.columns;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Plane plane && sameShape(plane) && Arrays.equals(values, plane.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }
}
