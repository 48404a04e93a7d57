package org.skywatt.core.grid;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Latitudes of a Gaussian grid: the arcsines of the roots of the Legendre polynomial of degree 2N,
 * by Newton's method from the usual asymptotic guess (W. Press et al., <i>Numerical Recipes</i>,
 * 4.5). Right to a rounding error. Remembered a resolution: N = 1280 takes some milliseconds.
 */
public final class GaussianLatitudes {
  /** Twice the finest grid in use. */
  public static final int FINEST = 8000;

  private static final int MOST_ITERATIONS = 20;
  private static final Map<Integer, double[]> KNOWN = new ConcurrentHashMap<>();

  private GaussianLatitudes() {}

  /**
   * All 2N latitudes from north to south, degrees.
   *
   * @param n number of parallels between a pole and the equator, 1 to {@link #FINEST}
   */
  public static double[] of(int n) {
    if (n < 1 || n > FINEST) {
      throw new IllegalArgumentException("a Gaussian grid of N = " + n + " is not supported");
    }
    return KNOWN.computeIfAbsent(n, GaussianLatitudes::compute).clone();
  }

  private static double[] compute(int n) {
    int degree = 2 * n;
    double[] latitudes = new double[degree];
    for (int i = 0; i < n; i++) {
      double root = Math.cos(Math.PI * (i + 0.75) / (degree + 0.5));
      for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
        double change = step(degree, root);
        root -= change;
        if (Math.abs(change) < 1e-15) {
          break;
        }
      }
      latitudes[i] = Math.toDegrees(Math.asin(root));
      latitudes[degree - 1 - i] = -latitudes[i];
    }
    return latitudes;
  }

  /** Newton's step: the polynomial over its derivative. */
  private static double step(int degree, double x) {
    double before = 1;
    double value = x;
    for (int k = 2; k <= degree; k++) {
      double next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
      before = value;
      value = next;
    }
    double derivative = degree * (x * value - before) / (x * x - 1);
    return value / derivative;
  }
}
