package org.skywatt.green.intensity;

/** Linear regression with a penalty on the size of the coefficients, learnt row by row. */
final class Ridge {
  private final int width;
  private final double[][] squares;
  private final double[] products;
  private double[] coefficients;

  Ridge(int width) {
    this.width = width;
    this.squares = new double[width][width];
    this.products = new double[width];
    this.coefficients = new double[width];
  }

  void learn(double[] row, double target, double weight) {
    for (int i = 0; i < width; i++) {
      double scaled = weight * row[i];
      double[] line = squares[i];
      for (int j = 0; j <= i; j++) {
        line[j] += scaled * row[j];
      }
      products[i] += scaled * target;
    }
  }

  double predict(double[] row) {
    double sum = 0;
    for (int i = 0; i < width; i++) {
      sum += coefficients[i] * row[i];
    }
    return sum;
  }

  /** Fits by Cholesky's decomposition. */
  void fit(double penalty) {
    double[][] lower = new double[width][width];
    for (int i = 0; i < width; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = squares[i][j] + (i == j ? penalty : 0);
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-9 * penalty)) : sum / lower[j][j];
      }
    }
    double[] solution = products.clone();
    for (int i = 0; i < width; i++) {
      for (int k = 0; k < i; k++) {
        solution[i] -= lower[i][k] * solution[k];
      }
      solution[i] /= lower[i][i];
    }
    for (int i = width - 1; i >= 0; i--) {
      for (int k = i + 1; k < width; k++) {
        solution[i] -= lower[k][i] * solution[k];
      }
      solution[i] /= lower[i][i];
    }
    coefficients = solution;
  }
}
