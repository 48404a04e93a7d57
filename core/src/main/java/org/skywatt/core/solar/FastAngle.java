package org.skywatt.core.solar;

/**
 * Arc tangent for the fast positions: Taylor's series on a reduced argument, without a branch that
 * a processor could guess wrong, which at random times would cost more than the arithmetic. The
 * absolute error is below 1e-9 rad.
 */
final class FastAngle {
  private static final double EIGHTH = Math.PI / 8;
  private static final double TAN_EIGHTH = Math.sqrt(2) - 1;

  private FastAngle() {}

  /** The angle of the vector ({@code x}, {@code y}), −π to π; NaN where both are zero. */
  static double atan2(double y, double x) {
    double a = Math.abs(x);
    double b = Math.abs(y);
    double small = Math.min(a, b);
    double large = Math.max(a, b);
    // From the middle of the first eighth of a turn, so that one series does for all of it.
    double first = EIGHTH + series((small - TAN_EIGHTH * large) / (large + TAN_EIGHTH * small));
    double quarter = mirrored(Math.PI / 4, first, a - b);
    return Math.copySign(mirrored(Math.PI / 2, quarter, x), y + 0.0);
  }

  /** {@code angle}, mirrored at {@code axis} where {@code side} is negative. */
  private static double mirrored(double axis, double angle, double side) {
    return axis - Math.copySign(1, side) * (axis - angle);
  }

  // To x^19: the next term is 5e-10 at tan(π/8).
  private static double series(double x) {
    double y = x * x;
    double high = 1 / 13.0 + y * (-1 / 15.0 + y * (1 / 17.0 - y / 19));
    double middle = 1 / 7.0 + y * (-1 / 9.0 + y * (1 / 11.0 - y * high));
    return x * (1 + y * (-1 / 3.0 + y * (1 / 5.0 - y * middle)));
  }
}
