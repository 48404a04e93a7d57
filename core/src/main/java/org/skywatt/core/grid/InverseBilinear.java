package org.skywatt.core.grid;

/** Where the origin of a plane lies in a cell of four corners. */
final class InverseBilinear {
  private static final double EDGE = 1e-6;

  private InverseBilinear() {}

  /**
   * Solves the bilinear map of a cell for the origin: corners are first row left and right, second
   * row left and right.
   *
   * @return parts of the way to the right and down, 0 to 1; null where the origin is outside
   */
  static double[] find(double[] x, double[] y) {
    double rightX = x[1] - x[0];
    double rightY = y[1] - y[0];
    double downX = x[2] - x[0];
    double downY = y[2] - y[0];
    double twistX = x[3] - x[2] - rightX;
    double twistY = y[3] - y[2] - rightY;
    // Without the right part, the map is quadratic in the way down.
    double a = cross(downX, downY, twistX, twistY);
    double b = cross(downX, downY, rightX, rightY) + cross(x[0], y[0], twistX, twistY);
    double c = cross(x[0], y[0], rightX, rightY);
    double size = Math.abs(cross(downX, downY, rightX, rightY));
    if (!(size > 0)) {
      return null;
    }
    double root = b * b - 4 * a * c;
    if (!(root >= 0)) {
      return null;
    }
    // The stable pair of roots; the first is the one that stays finite as the twist vanishes.
    double q = -0.5 * (b + Math.copySign(Math.sqrt(root), b));
    double[] candidates = {q == 0 ? Double.NaN : c / q, a == 0 ? Double.NaN : q / a};
    for (double down : candidates) {
      if (!(down >= -EDGE && down <= 1 + EDGE)) {
        continue;
      }
      double acrossX = rightX + down * twistX;
      double acrossY = rightY + down * twistY;
      double alongX = -(x[0] + down * downX);
      double alongY = -(y[0] + down * downY);
      double length = acrossX * acrossX + acrossY * acrossY;
      double right = (alongX * acrossX + alongY * acrossY) / length;
      if (right >= -EDGE && right <= 1 + EDGE) {
        return new double[] {Math.max(0, Math.min(1, right)), Math.max(0, Math.min(1, down))};
      }
    }
    return null;
  }

  private static double cross(double ax, double ay, double bx, double by) {
    return ax * by - ay * bx;
  }
}
