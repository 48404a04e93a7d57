package org.skywatt.core.motion;

/**
 * Learns for one lead how large the squares of past errors were, as a sum of what {@link Unrest}
 * tells, with weights of zero or more. The older the less.
 */
final class ErrorRegression {
  private static final double KEPT = 0.8;
  private static final int FEWEST = 500;
  private static final int ROUNDS = 200;

  private final double[] squares = new double[Unrest.CAUSES * Unrest.CAUSES];
  private final double[] products = new double[Unrest.CAUSES];
  private long rows;

  boolean isFitted() {
    return rows >= FEWEST;
  }

  void fade() {
    for (int i = 0; i < squares.length; i++) {
      squares[i] *= KEPT;
    }
    for (int i = 0; i < products.length; i++) {
      products[i] *= KEPT;
    }
  }

  /** Adds an error and the causes, which begin at {@code at}. */
  void add(float[] causes, int at, double error) {
    double expected = 0;
    for (int i = 0; i < Unrest.CAUSES; i++) {
      expected += causes[at + i];
    }
    // The square of a large error is as uncertain as it is large.
    double weight = 1 / (expected * expected);
    for (int i = 0; i < Unrest.CAUSES; i++) {
      products[i] += weight * causes[at + i] * error * error;
      for (int j = 0; j < Unrest.CAUSES; j++) {
        squares[i * Unrest.CAUSES + j] += weight * causes[at + i] * causes[at + j];
      }
    }
    rows++;
  }

  /** The weights, by descent along one after the other. */
  ErrorSize solve() {
    double[] weights = new double[Unrest.CAUSES];
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < weights.length; i++) {
        double rest = products[i];
        for (int j = 0; j < weights.length; j++) {
          rest -= i == j ? 0 : squares[i * weights.length + j] * weights[j];
        }
        double own = squares[i * weights.length + i];
        weights[i] = own > 0 ? Math.max(0, rest / own) : 0;
      }
    }
    return new ErrorSize(weights[0], weights[1], weights[2], weights[3]);
  }
}
