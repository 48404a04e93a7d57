package org.skywatt.core.wind;

/** Standard deviation of wind speed, for {@link PowerCurve#smoothed}; m/s. */
public final class Turbulence {
  private Turbulence() {}

  /**
   * Turbulence intensity of neutral air, without unit: 1 / ln(h / z0) (Knorr, Modellierung von
   * raum-zeitlichen Eigenschaften der Windenergieeinspeisung, 2016, p. 88, as in windpowerlib).
   *
   * @throws IllegalArgumentException if the height is not above e times the roughness length, where
   *     the formula passes 1
   */
  public static double intensity(double heightM, double roughnessLengthM) {
    if (!(roughnessLengthM > 0 && heightM > Math.E * roughnessLengthM)) {
      throw new IllegalArgumentException(
          "turbulence at "
              + heightM
              + " m over a roughness length of "
              + roughnessLengthM
              + " m is unknown: the height must be well above it");
    }
    return 1 / Math.log(heightM / roughnessLengthM);
  }

  /** Deviation over a farm and an hour: 0.2 v + 0.6 (Staffell and Pfenninger, Energy 114, 2016). */
  public static double farmDeviation(double speed) {
    return 0.2 * speed + 0.6;
  }
}
