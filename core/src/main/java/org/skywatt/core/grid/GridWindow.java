package org.skywatt.core.grid;

import java.util.Optional;

/**
 * A part of a grid: some of its rows and, of each, some of its columns, which may run over the last
 * column to the first. Weights are the base's own, so that sampling the part gives the same bits as
 * sampling the whole. Of a grid whose rows have lengths of their own, the part is one run of
 * points.
 *
 * @param base the grid it is a part of
 * @param firstRow row of the base that is row 0 here
 * @param rows number of rows, at least 1
 * @param firstColumn column of the base that is column 0 here
 * @param columns number of columns, from 1 to those of the base
 */
public record GridWindow(Grid base, int firstRow, int rows, int firstColumn, int columns)
    implements Grid {
  private static final long serialVersionUID = 1L;

  public GridWindow {
    boolean inside =
        rows >= 1
            && columns >= 1
            && firstRow >= 0
            && firstColumn >= 0
            && firstRow + (long) rows <= baseRows(base)
            && firstColumn < baseColumns(base)
            && columns <= baseColumns(base);
    if (!inside) {
      throw new IllegalArgumentException(
          "a window of "
              + rows
              + " rows from "
              + firstRow
              + " and "
              + columns
              + " columns from "
              + firstColumn
              + " leaves its grid");
    }
  }

  private static int baseRows(Grid base) {
    return base.columns() == 0 ? 1 : base.rows();
  }

  private static int baseColumns(Grid base) {
    return base.columns() == 0 ? base.size() : base.columns();
  }

  /** The values of this part, out of those of the base. */
  public float[] crop(float[] values) {
    float[] part = new float[size()];
    int width = baseColumns(base);
    int untilEdge = Math.min(columns, width - firstColumn);
    for (int row = 0; row < rows; row++) {
      int from = (firstRow + row) * width;
      int to = row * columns;
      System.arraycopy(values, from + firstColumn, part, to, untilEdge);
      System.arraycopy(values, from, part, to + untilEdge, columns - untilEdge);
    }
    return part;
  }

  @Override
  public int size() {
    return rows * columns;
  }

  private int baseIndex(int index) {
    int width = baseColumns(base);
    return (firstRow + index / columns) * width + (firstColumn + index % columns) % width;
  }

  /** Index here of a point of the base; −1 if it is not in this part. */
  private int indexOf(int basePoint) {
    int width = baseColumns(base);
    int row = basePoint / width - firstRow;
    int column = Math.floorMod(basePoint % width - firstColumn, width);
    return row >= 0 && row < rows && column < columns ? row * columns + column : -1;
  }

  @Override
  public double pointLatitude(int index) {
    return base.pointLatitude(baseIndex(index));
  }

  @Override
  public double pointLongitude(int index) {
    return base.pointLongitude(baseIndex(index));
  }

  /** As the base finds them; empty too where one of the four points is not in this part. */
  @Override
  public Optional<BilinearWeights> findWeights(double latitude, double longitude) {
    return base.findWeights(latitude, longitude).flatMap(this::toWindow);
  }

  private Optional<BilinearWeights> toWindow(BilinearWeights weights) {
    BilinearWeights here =
        new BilinearWeights(
            indexOf(weights.topLeft()),
            indexOf(weights.topRight()),
            indexOf(weights.bottomLeft()),
            indexOf(weights.bottomRight()),
            weights.down(),
            weights.right(),
            weights.rightBelow());
    int outside = here.topLeft() | here.topRight() | here.bottomLeft() | here.bottomRight();
    return outside < 0 ? Optional.empty() : Optional.of(here);
  }

  @Override
  public double northDeg(double latitude, double longitude) {
    return base.northDeg(latitude, longitude);
  }
}
