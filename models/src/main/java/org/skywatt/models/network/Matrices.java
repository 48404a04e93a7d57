package org.skywatt.models.network;

/**
 * Products of dense matrices, an array a row, on one thread, in an order that never changes. Rows
 * are arrays of their own because the compiler only uses vector instructions where it knows that
 * what is written is not read again at another place.
 */
final class Matrices {
  private Matrices() {}

  /** Adds {@code left · right} to {@code sum}; left is rows × inner. */
  static void addProduct(float[][] left, float[][] right, float[][] sum) {
    int inner = right.length;
    for (int row = 0; row < sum.length; row++) {
      float[] of = left[row];
      int k = 0;
      for (; k + 3 < inner; k += 4) {
        addFour(
            of[k],
            of[k + 1],
            of[k + 2],
            of[k + 3],
            right[k],
            right[k + 1],
            right[k + 2],
            right[k + 3],
            sum[row]);
      }
      for (; k < inner; k++) {
        addOne(of[k], right[k], sum[row]);
      }
    }
  }

  private static void addFour(
      float a,
      float b,
      float c,
      float d,
      float[] ofA,
      float[] ofB,
      float[] ofC,
      float[] ofD,
      float[] sum) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += a * ofA[j] + b * ofB[j] + c * ofC[j] + d * ofD[j];
    }
  }

  private static void addOne(float a, float[] of, float[] sum) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += a * of[j];
    }
  }

  static float[][] transposed(float[][] matrix) {
    float[][] transposed = new float[matrix[0].length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      float[] row = matrix[i];
      for (int j = 0; j < row.length; j++) {
        transposed[j][i] = row[j];
      }
    }
    return transposed;
  }
}
