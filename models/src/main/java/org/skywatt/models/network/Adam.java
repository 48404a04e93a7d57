package org.skywatt.models.network;

/** Steps of Adam (Kingma and Ba 2015) for a matrix of parameters. */
final class Adam {
  private static final float KEPT_MEAN = 0.9f;
  private static final float KEPT_SQUARE = 0.999f;
  private static final float LEAST = 1e-8f;

  private final float[][] mean;
  private final float[][] square;
  private int steps;

  Adam(int rows, int columns) {
    mean = new float[rows][columns];
    square = new float[rows][columns];
  }

  /** Moves {@code parameters} against {@code gradient}. */
  void step(float[][] parameters, float[][] gradient, double rate) {
    steps++;
    float size = (float) (rate / (1 - StrictMath.pow(KEPT_MEAN, steps)));
    float unbiased = (float) (1 / (1 - StrictMath.pow(KEPT_SQUARE, steps)));
    for (int row = 0; row < mean.length; row++) {
      follow(mean[row], gradient[row]);
      followSquares(square[row], gradient[row]);
      move(parameters[row], mean[row], square[row], size, unbiased);
    }
  }

  private static void follow(float[] mean, float[] gradient) {
    for (int i = 0; i < mean.length; i++) {
      mean[i] = KEPT_MEAN * mean[i] + (1 - KEPT_MEAN) * gradient[i];
    }
  }

  private static void followSquares(float[] square, float[] gradient) {
    for (int i = 0; i < square.length; i++) {
      square[i] = KEPT_SQUARE * square[i] + (1 - KEPT_SQUARE) * gradient[i] * gradient[i];
    }
  }

  private static void move(
      float[] parameters, float[] mean, float[] square, float size, float unbiased) {
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] -= size * mean[i] / ((float) Math.sqrt(square[i] * unbiased) + LEAST);
    }
  }
}
