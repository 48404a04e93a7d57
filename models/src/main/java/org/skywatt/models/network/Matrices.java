package org.skywatt.models.network;

/** Products of dense matrices in row order, on one thread, in an order that never changes. */
final class Matrices {
  private Matrices() {}

  /**
   * Adds {@code left · right} to {@code sum}.
   *
   * @param left rows × inner; element (i, k) at {@code i · rowStep + k · innerStep}, so that a
   *     matrix can be read transposed
   * @param right inner × columns
   * @param sum rows × columns
   */
  static void addProduct(
      float[] left,
      int rowStep,
      int innerStep,
      float[] right,
      float[] sum,
      int rows,
      int inner,
      int columns) {
    for (int row = 0; row < rows; row++) {
      int to = row * columns;
      int k = 0;
      for (; k + 3 < inner; k += 4) {
        int at = row * rowStep + k * innerStep;
        addFour(
            left[at],
            left[at + innerStep],
            left[at + 2 * innerStep],
            left[at + 3 * innerStep],
            right,
            k * columns,
            sum,
            to,
            columns);
      }
      for (; k < inner; k++) {
        addOne(left[row * rowStep + k * innerStep], right, k * columns, sum, to, columns);
      }
    }
  }

  private static void addFour(
      float a, float b, float c, float d, float[] right, int from, float[] sum, int to, int n) {
    int from1 = from + n;
    int from2 = from1 + n;
    int from3 = from2 + n;
    for (int j = 0; j < n; j++) {
      sum[to + j] +=
          a * right[from + j] + b * right[from1 + j] + c * right[from2 + j] + d * right[from3 + j];
    }
  }

  private static void addOne(float a, float[] right, int from, float[] sum, int to, int n) {
    for (int j = 0; j < n; j++) {
      sum[to + j] += a * right[from + j];
    }
  }

  static float[] transposed(float[] matrix, int rows, int columns) {
    float[] transposed = new float[matrix.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        transposed[j * rows + i] = matrix[i * columns + j];
      }
    }
    return transposed;
  }
}
