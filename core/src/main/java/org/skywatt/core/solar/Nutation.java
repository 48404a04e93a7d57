package org.skywatt.core.solar;

/**
 * Nutation in longitude and obliquity.
 *
 * <p>Source: Reda and Andreas, Solar Position Algorithm for Solar Radiation Applications,
 * NREL/TP-560-34302, revised January 2008, section 3.4 and table A4.3.
 */
final class Nutation {
  /**
   * Row: multiples of X0 (mean elongation of the moon), X1 (mean anomaly of the sun), X2 (mean
   * anomaly of the moon), X3 (the moon's argument of latitude), X4 (longitude of the moon's
   * ascending node).
   */
  private static final byte[] MULTIPLES = {
    0, 0, 0, 0, 1,
    -2, 0, 0, 2, 2,
    0, 0, 0, 2, 2,
    0, 0, 0, 0, 2,
    0, 1, 0, 0, 0,
    0, 0, 1, 0, 0,
    -2, 1, 0, 2, 2,
    0, 0, 0, 2, 1,
    0, 0, 1, 2, 2,
    -2, -1, 0, 2, 2,
    -2, 0, 1, 0, 0,
    -2, 0, 0, 2, 1,
    0, 0, -1, 2, 2,
    2, 0, 0, 0, 0,
    0, 0, 1, 0, 1,
    2, 0, -1, 2, 2,
    0, 0, -1, 0, 1,
    0, 0, 1, 2, 1,
    -2, 0, 2, 0, 0,
    0, 0, -2, 2, 1,
    2, 0, 0, 2, 2,
    0, 0, 2, 2, 2,
    0, 0, 2, 0, 0,
    -2, 0, 1, 2, 2,
    0, 0, 0, 2, 0,
    -2, 0, 0, 2, 0,
    0, 0, -1, 2, 1,
    0, 2, 0, 0, 0,
    2, 0, -1, 0, 1,
    -2, 2, 0, 2, 2,
    0, 1, 0, 0, 1,
    -2, 0, 1, 0, 1,
    0, -1, 0, 0, 1,
    0, 0, 2, -2, 0,
    2, 0, -1, 2, 1,
    2, 0, 1, 2, 2,
    0, 1, 0, 2, 2,
    -2, 1, 1, 0, 0,
    0, -1, 0, 2, 2,
    2, 0, 0, 2, 1,
    2, 0, 1, 0, 0,
    -2, 0, 2, 2, 2,
    -2, 0, 1, 2, 1,
    2, 0, -2, 0, 1,
    2, 0, 0, 0, 1,
    0, -1, 1, 0, 0,
    -2, -1, 0, 2, 1,
    -2, 0, 0, 0, 1,
    0, 0, 2, 2, 1,
    -2, 0, 2, 0, 1,
    -2, 1, 0, 2, 1,
    0, 0, 1, -2, 0,
    -1, 0, 1, 0, 0,
    -2, 1, 0, 0, 0,
    1, 0, 0, 0, 0,
    0, 0, 1, 2, 0,
    0, 0, -2, 2, 2,
    -1, -1, 1, 0, 0,
    0, 1, 1, 0, 0,
    0, -1, 1, 2, 2,
    2, -1, -1, 2, 2,
    0, 0, 3, 2, 2,
    2, -1, 0, 2, 2,
  };

  /** Row: a, b, c, d in 0.0001 arc seconds: (a + b t) sin X and (c + d t) cos X. */
  private static final double[] COEFFICIENTS = {
    -171996, -174.2, 92025, 8.9,
    -13187, -1.6, 5736, -3.1,
    -2274, -0.2, 977, -0.5,
    2062, 0.2, -895, 0.5,
    1426, -3.4, 54, -0.1,
    712, 0.1, -7, 0,
    -517, 1.2, 224, -0.6,
    -386, -0.4, 200, 0,
    -301, 0, 129, -0.1,
    217, -0.5, -95, 0.3,
    -158, 0, 0, 0,
    129, 0.1, -70, 0,
    123, 0, -53, 0,
    63, 0, 0, 0,
    63, 0.1, -33, 0,
    -59, 0, 26, 0,
    -58, -0.1, 32, 0,
    -51, 0, 27, 0,
    48, 0, 0, 0,
    46, 0, -24, 0,
    -38, 0, 16, 0,
    -31, 0, 13, 0,
    29, 0, 0, 0,
    29, 0, -12, 0,
    26, 0, 0, 0,
    -22, 0, 0, 0,
    21, 0, -10, 0,
    17, -0.1, 0, 0,
    16, 0, -8, 0,
    -16, 0.1, 7, 0,
    -15, 0, 9, 0,
    -13, 0, 7, 0,
    -12, 0, 6, 0,
    11, 0, 0, 0,
    -10, 0, 5, 0,
    -8, 0, 3, 0,
    7, 0, -3, 0,
    -7, 0, 0, 0,
    -7, 0, 3, 0,
    -7, 0, 3, 0,
    6, 0, 0, 0,
    6, 0, -3, 0,
    6, 0, -3, 0,
    -6, 0, 3, 0,
    -6, 0, 3, 0,
    5, 0, 0, 0,
    -5, 0, 3, 0,
    -5, 0, 3, 0,
    -5, 0, 3, 0,
    4, 0, 0, 0,
    4, 0, 0, 0,
    4, 0, 0, 0,
    -4, 0, 0, 0,
    -4, 0, 0, 0,
    -4, 0, 0, 0,
    3, 0, 0, 0,
    -3, 0, 0, 0,
    -3, 0, 0, 0,
    -3, 0, 0, 0,
    -3, 0, 0, 0,
    -3, 0, 0, 0,
    -3, 0, 0, 0,
    -3, 0, 0, 0,
  };

  private Nutation() {}

  /** Nutation at one instant, both in rad. */
  record Angles(double longitude, double obliquity) {}

  /** Nutation; {@code t} in Julian ephemeris centuries. */
  static Angles at(double t) {
    double x0 = 297.85036 + t * (445267.111480 + t * (-0.0019142 + t / 189474));
    double x1 = 357.52772 + t * (35999.050340 + t * (-0.0001603 - t / 300000));
    double x2 = 134.96298 + t * (477198.867398 + t * (0.0086972 + t / 56250));
    double x3 = 93.27191 + t * (483202.017538 + t * (-0.0036825 + t / 327270));
    double x4 = 125.04452 + t * (-1934.136261 + t * (0.0020708 + t / 450000));
    double longitude = 0;
    double obliquity = 0;
    for (int row = 0; row < COEFFICIENTS.length / 4; row++) {
      int m = row * 5;
      double turns =
          (MULTIPLES[m] * x0
                  + MULTIPLES[m + 1] * x1
                  + MULTIPLES[m + 2] * x2
                  + MULTIPLES[m + 3] * x3
                  + MULTIPLES[m + 4] * x4)
              / 360;
      int k = row * 4;
      longitude += (COEFFICIENTS[k] + COEFFICIENTS[k + 1] * t) * FastCosine.sineOfTurns(turns);
      // Short-period rows have no term in obliquity.
      if (COEFFICIENTS[k + 2] != 0) {
        obliquity += (COEFFICIENTS[k + 2] + COEFFICIENTS[k + 3] * t) * FastCosine.ofTurns(turns);
      }
    }
    return new Angles(Math.toRadians(longitude / 36e6), Math.toRadians(obliquity / 36e6));
  }
}
