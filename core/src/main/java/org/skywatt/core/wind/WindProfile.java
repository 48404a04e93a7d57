package org.skywatt.core.wind;

/**
 * Wind speed at another height than it was given for. Speeds in m/s, heights in m above ground; a
 * NaN argument gives NaN.
 */
public final class WindProfile {
  /** Exponent of the power law over open land in neutral air. */
  public static final double TYPICAL_EXPONENT = 1.0 / 7;

  private WindProfile() {}

  /**
   * Logarithmic profile of neutral air.
   *
   * <p>Source: Gasch and Twele, Windkraftanlagen, 6th edition, 2010, p. 129.
   *
   * @param roughnessLengthM positive and below both heights
   * @throws IllegalArgumentException if a height does not lie above the roughness length
   */
  public static double logarithmic(
      double speed, double heightM, double wantedHeightM, double roughnessLengthM) {
    requireAbove(heightM, wantedHeightM, roughnessLengthM);
    return speed
        * Math.log(wantedHeightM / roughnessLengthM)
        / Math.log(heightM / roughnessLengthM);
  }

  /**
   * Logarithmic profile of air that is stable or unstable ({@link Stability}); zero where the
   * correction leaves no wind.
   *
   * @param obukhovLengthM positive stable, negative unstable, infinite neutral; the wanted height
   *     counts up to one length in stable air, above which the profile is no longer known
   * @throws IllegalArgumentException if a height does not lie above the roughness length, or the
   *     Obukhov length is zero
   */
  public static double logarithmic(
      double speed,
      double heightM,
      double wantedHeightM,
      double roughnessLengthM,
      double obukhovLengthM) {
    requireAbove(heightM, wantedHeightM, roughnessLengthM);
    if (obukhovLengthM == 0) {
      throw new IllegalArgumentException("the Obukhov length must not be zero");
    }
    double given =
        Math.log(heightM / roughnessLengthM)
            - Stability.correction(Math.min(1, heightM / obukhovLengthM));
    double wanted =
        Math.log(wantedHeightM / roughnessLengthM)
            - Stability.correction(Math.min(1, wantedHeightM / obukhovLengthM));
    return Math.max(0, speed * wanted / given);
  }

  /**
   * Power law (Hellman).
   *
   * <p>Source: Hau, Windkraftanlagen, 4th edition, 2008, p. 517.
   *
   * @param exponent about 0.1 over water to 0.3 over woods and towns
   * @throws IllegalArgumentException if a height is not positive
   */
  public static double powerLaw(
      double speed, double heightM, double wantedHeightM, double exponent) {
    requirePositive(heightM);
    requirePositive(wantedHeightM);
    return speed * Math.pow(wantedHeightM / heightM, exponent);
  }

  /**
   * Exponent of the power law through two speeds, without unit; NaN unless both speeds are above
   * zero.
   *
   * @throws IllegalArgumentException if the heights are equal or one is not positive
   */
  public static double exponent(
      double lowerSpeed, double lowerHeightM, double upperSpeed, double upperHeightM) {
    requirePositive(lowerHeightM);
    requirePositive(upperHeightM);
    if (lowerHeightM == upperHeightM) {
      throw new IllegalArgumentException("two heights are needed, both are " + lowerHeightM + " m");
    }
    if (!(lowerSpeed > 0 && upperSpeed > 0)) {
      return Double.NaN;
    }
    return Math.log(upperSpeed / lowerSpeed) / Math.log(upperHeightM / lowerHeightM);
  }

  private static void requireAbove(double heightM, double wantedHeightM, double roughnessLengthM) {
    if (roughnessLengthM <= 0 || heightM <= roughnessLengthM || wantedHeightM <= roughnessLengthM) {
      throw new IllegalArgumentException(
          "heights "
              + heightM
              + " m and "
              + wantedHeightM
              + " m must lie above a positive roughness length, not "
              + roughnessLengthM
              + " m");
    }
  }

  private static void requirePositive(double heightM) {
    if (heightM <= 0) {
      throw new IllegalArgumentException("height must be above ground, not " + heightM + " m");
    }
  }
}
