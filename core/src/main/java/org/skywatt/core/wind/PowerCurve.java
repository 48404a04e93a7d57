package org.skywatt.core.wind;

/**
 * Power of a turbine by wind speed at hub height, piecewise linear, for air of 1.225 kg/m³. Power
 * keeps the unit that it was given in. Immutable.
 */
public final class PowerCurve {
  private final double[] speeds;
  private final double[] powers;

  private PowerCurve(double[] speeds, double[] powers) {
    this.speeds = speeds;
    this.powers = powers;
  }

  /**
   * @param speeds m/s, strictly increasing, at least two
   * @param powers one a speed, not negative
   * @throws IllegalArgumentException if they are not so
   */
  public static PowerCurve of(double[] speeds, double[] powers) {
    if (speeds.length < 2 || speeds.length != powers.length) {
      throw new IllegalArgumentException(
          "a power curve needs as many powers as speeds and at least two, got "
              + speeds.length
              + " speeds and "
              + powers.length
              + " powers");
    }
    for (int i = 0; i < speeds.length; i++) {
      double previous = i == 0 ? Double.NEGATIVE_INFINITY : speeds[i - 1];
      if (!(speeds[i] > previous && powers[i] >= 0 && powers[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "power curve point "
                + (i + 1)
                + " ("
                + speeds[i]
                + " m/s, "
                + powers[i]
                + "): speeds must strictly increase and powers be finite and not negative");
      }
    }
    return new PowerCurve(speeds.clone(), powers.clone());
  }

  /** Power at {@code speed} m/s; zero outside the curve's speeds, NaN for NaN. */
  public double power(double speed) {
    return interpolate(speed, 1);
  }

  /**
   * Power at {@code speed} m/s in air of {@code density} kg/m³: each speed of the curve is moved by
   * {@code (1.225 / density)^p}, p = 1/3 up to 7.5 m/s, 2/3 from 12.5 m/s, linear between. NaN for
   * NaN.
   *
   * <p>Source: Svenningsen, Power Curve Air Density Correction, EMD International, 2010, as in
   * windpowerlib.
   *
   * @throws IllegalArgumentException if the density is not positive
   */
  public double power(double speed, double density) {
    if (density <= 0) {
      throw new IllegalArgumentException("air density must be positive, not " + density + " kg/m³");
    }
    return interpolate(speed, AirDensity.STANDARD / density);
  }

  private double interpolate(double speed, double ratio) {
    if (Double.isNaN(speed) || Double.isNaN(ratio)) {
      return Double.NaN;
    }
    double lower = moved(0, ratio);
    if (speed < lower) {
      return 0;
    }
    for (int i = 1; i < speeds.length; i++) {
      double upper = moved(i, ratio);
      if (speed <= upper) {
        return powers[i - 1] + (powers[i] - powers[i - 1]) * (speed - lower) / (upper - lower);
      }
      lower = upper;
    }
    return 0;
  }

  private double moved(int i, double ratio) {
    double exponent = Math.max(1.0 / 3, Math.min(2.0 / 3, speeds[i] / 15 - 1.0 / 6));
    return speeds[i] * Math.pow(ratio, exponent);
  }
}
