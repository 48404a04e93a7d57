package org.skywatt.core.wind;

/**
 * How the layering of the air bends the wind profile (Monin–Obukhov similarity). Air that cools
 * slowly upward, or warms, is stable and shears; air over warm ground is mixed and shears little.
 *
 * <p>Sources: Dyer, A review of flux-profile relationships, Boundary-Layer Meteorology 7, 363–372,
 * 1974 (coefficients 16 and 5); Panofsky and Dutton, Atmospheric Turbulence, 1984, chapter 6
 * (Richardson number to height over Obukhov length). NaN arguments give NaN.
 */
public final class Stability {
  private static final double GRAVITY = 9.80665;
  private static final double DRY_LAPSE_K_M = GRAVITY / 1004.7;
  private static final double UNSTABLE = 16;
  private static final double STABLE = 5;

  // Beyond these the relations were never measured: 1 is about Ri = 0.17.
  private static final double MOST_STABLE = 1;
  private static final double LEAST_STABLE = -2;

  private Stability() {}

  /**
   * Gradient Richardson number of the layer between two heights; negative unstable, positive
   * stable. Infinite where temperature changes but wind does not; zero where neither does.
   *
   * @param lowerK air temperature at {@code lowerM} above ground, K
   * @param upperK air temperature at {@code upperM}, K
   * @param shear difference of the wind speeds, m/s
   * @throws IllegalArgumentException if {@code upperM} is not above {@code lowerM}
   */
  public static double richardson(
      double lowerK, double lowerM, double upperK, double upperM, double shear) {
    if (!(upperM > lowerM)) {
      throw new IllegalArgumentException(
          "the upper height must be above the lower, got " + upperM + " m and " + lowerM + " m");
    }
    double depth = upperM - lowerM;
    double warming = (upperK - lowerK) / depth + DRY_LAPSE_K_M;
    if (warming == 0) {
      return 0;
    }
    double gradient = shear / depth;
    return GRAVITY / ((lowerK + upperK) / 2) * warming / (gradient * gradient);
  }

  /**
   * Height over Obukhov length, −2 to 1, at the middle (geometric mean) of the layer that {@code
   * richardson} is of.
   */
  public static double heightOverLength(double richardson) {
    if (richardson <= 0) {
      return Math.max(LEAST_STABLE, richardson);
    }
    double limit = MOST_STABLE / (1 + STABLE * MOST_STABLE);
    return richardson >= limit ? MOST_STABLE : richardson / (1 - STABLE * richardson);
  }

  /** Shear relative to neutral air, φ, at {@code zeta} = height over Obukhov length. */
  public static double shear(double zeta) {
    return zeta < 0 ? Math.pow(1 - UNSTABLE * zeta, -0.25) : 1 + STABLE * zeta;
  }

  /** What is subtracted from the logarithm of the profile, ψ: the integral of (1 − φ) / ζ. */
  public static double correction(double zeta) {
    if (zeta >= 0) {
      return -STABLE * zeta;
    }
    double x = Math.pow(1 - UNSTABLE * zeta, 0.25);
    return 2 * Math.log((1 + x) / 2) + Math.log((1 + x * x) / 2) - 2 * Math.atan(x) + Math.PI / 2;
  }

  /**
   * Exponent of the power law that has the shear of the logarithmic profile at {@code heightM}: φ /
   * (ln(z / z0) − ψ).
   *
   * @param zeta {@code heightM} over Obukhov length
   * @throws IllegalArgumentException if the height does not lie above a positive roughness length
   */
  public static double exponent(double heightM, double roughnessLengthM, double zeta) {
    if (!(roughnessLengthM > 0 && heightM > roughnessLengthM)) {
      throw new IllegalArgumentException(
          "height "
              + heightM
              + " m must lie above a positive roughness length, not "
              + roughnessLengthM
              + " m");
    }
    return shear(zeta) / (Math.log(heightM / roughnessLengthM) - correction(zeta));
  }
}
