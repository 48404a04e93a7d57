package org.skywatt.models.network;

/** Steps of Adam (Kingma and Ba 2015) for one array of parameters. */
final class Adam {
  private static final float KEPT_MEAN = 0.9f;
  private static final float KEPT_SQUARE = 0.999f;
  private static final float LEAST = 1e-8f;

  private final float[] mean;
  private final float[] square;
  private int steps;

  Adam(int size) {
    mean = new float[size];
    square = new float[size];
  }

  /** Moves {@code parameters} against {@code gradient}. */
  void step(float[] parameters, float[] gradient, double rate) {
    steps++;
    float size = (float) (rate / (1 - StrictMath.pow(KEPT_MEAN, steps)));
    float unbiased = (float) (1 / (1 - StrictMath.pow(KEPT_SQUARE, steps)));
    for (int i = 0; i < parameters.length; i++) {
      float slope = gradient[i];
      mean[i] = KEPT_MEAN * mean[i] + (1 - KEPT_MEAN) * slope;
      square[i] = KEPT_SQUARE * square[i] + (1 - KEPT_SQUARE) * slope * slope;
      parameters[i] -= size * mean[i] / ((float) Math.sqrt(square[i] * unbiased) + LEAST);
    }
  }
}
