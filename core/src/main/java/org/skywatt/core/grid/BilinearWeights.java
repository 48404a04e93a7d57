package org.skywatt.core.grid;

/**
 * Where a place lies among four grid points, found once and applied to every field of the grid.
 *
 * @param topLeft index of the point in the first of the two rows and columns
 * @param topRight index of the next column's point
 * @param bottomLeft index of the next row's point
 * @param bottomRight index of the point in the next row and column
 * @param down part of the way from the first row to the second, 0 to 1
 * @param right part of the way from the first column to the second in the first row, 0 to 1
 * @param rightBelow the same in the second row, which differs where rows have lengths of their own
 */
public record BilinearWeights(
    int topLeft,
    int topRight,
    int bottomLeft,
    int bottomRight,
    double down,
    double right,
    double rightBelow) {
  /** In a grid whose rows have the same columns. */
  public BilinearWeights(
      int topLeft, int topRight, int bottomLeft, int bottomRight, double down, double right) {
    this(topLeft, topRight, bottomLeft, bottomRight, down, right, right);
  }

  /**
   * The field at the place. A missing (NaN) point makes it missing, unless the point has no weight.
   */
  public double interpolate(float[] field) {
    double top = mix(field[topLeft], field[topRight], right);
    double bottom = mix(field[bottomLeft], field[bottomRight], rightBelow);
    return mix(top, bottom, down);
  }

  /** Index of the point with the greatest weight. */
  public int nearest() {
    if (down < 0.5) {
      return right < 0.5 ? topLeft : topRight;
    }
    return rightBelow < 0.5 ? bottomLeft : bottomRight;
  }

  private static double mix(double a, double b, double part) {
    if (part == 0) {
      return a;
    }
    return part == 1 ? b : a + part * (b - a);
  }
}
