package org.skywatt.core.motion;

/**
 * Least squares over the past for one lead, the older the less: each update fades all before it. A
 * slight ridge towards zero keeps it solvable.
 */
final class LeadRegression {
  private static final double KEPT = 0.8;
  private static final double RIDGE = 1e-4;
  private static final double LEAST_RIDGE = 1e-6;

  private final int size;
  private final double[] squares;
  private final double[] products;
  private long rows;

  LeadRegression(int size) {
    this.size = size;
    squares = new double[size * size];
    products = new double[size];
  }

  boolean isFitted() {
    return rows >= 10L * size;
  }

  void fade() {
    for (int i = 0; i < squares.length; i++) {
      squares[i] *= KEPT;
    }
    for (int i = 0; i < size; i++) {
      products[i] *= KEPT;
    }
  }

  /** Adds a row of regressors, which begins at {@code at}, and its outcome. */
  void add(float[] regressors, int at, double outcome) {
    for (int i = 0; i < size; i++) {
      double x = regressors[at + i];
      products[i] += x * outcome;
      for (int j = 0; j <= i; j++) {
        squares[i * size + j] += x * regressors[at + j];
      }
    }
    rows++;
  }

  /**
   * The weights, by Cholesky's decomposition.
   *
   * @param prior weights near which the ridge holds
   */
  double[] solve(double[] prior) {
    double largest = 0;
    for (int i = 0; i < size; i++) {
      largest = Math.max(largest, squares[i * size + i]);
    }
    double[] lower = new double[size * size];
    double[] weights = new double[size];
    for (int i = 0; i < size; i++) {
      double ridge = RIDGE * squares[i * size + i] + LEAST_RIDGE * largest;
      double sum = products[i] + ridge * prior[i];
      for (int j = 0; j <= i; j++) {
        double rest = squares[i * size + j] + (i == j ? ridge : 0);
        for (int k = 0; k < j; k++) {
          rest -= lower[i * size + k] * lower[j * size + k];
        }
        double pivot = lower[j * size + j];
        lower[i * size + j] = i == j ? Math.sqrt(Math.max(0, rest)) : pivot > 0 ? rest / pivot : 0;
      }
      for (int k = 0; k < i; k++) {
        sum -= lower[i * size + k] * weights[k];
      }
      double pivot = lower[i * size + i];
      weights[i] = pivot > 0 ? sum / pivot : 0;
    }
    for (int i = size - 1; i >= 0; i--) {
      double sum = weights[i];
      for (int k = i + 1; k < size; k++) {
        sum -= lower[k * size + i] * weights[k];
      }
      double pivot = lower[i * size + i];
      weights[i] = pivot > 0 ? sum / pivot : 0;
    }
    return weights;
  }
}
