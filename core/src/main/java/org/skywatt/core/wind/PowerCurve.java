package org.skywatt.core.wind;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Power of a turbine by wind speed at hub height, piecewise linear, for air of 1.225 kg/m³. Power
 * keeps the unit that it was given in. Immutable.
 */
public final class PowerCurve {
  private static final double SMOOTHING_RANGE = 15;
  private static final double SMOOTHING_BLOCK = 0.5;

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

  /** The greatest power of the curve. */
  public double rating() {
    double rating = 0;
    for (double power : powers) {
      rating = Math.max(rating, power);
    }
    return rating;
  }

  /** This curve with every power multiplied by {@code factor}: many turbines, or wake losses. */
  public PowerCurve times(double factor) {
    double[] scaled = powers.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return of(speeds, scaled);
  }

  /**
   * Mean power where speeds scatter about the mean speed (Gaussian): turbulence within a step, or
   * the spread of speeds over a farm. The curve goes on for 15 m/s beyond its last speed, in steps
   * of its last interval, falling to zero in the first of them.
   *
   * <p>Source: Nørgaard and Holttinen, A multi-turbine power curve approach, Nordic Wind Power
   * Conference 2004, as in windpowerlib.
   *
   * @param deviation standard deviation, m/s, by mean speed, m/s; zero leaves the power as it is
   */
  public PowerCurve smoothed(DoubleUnaryOperator deviation) {
    int last = speeds.length - 1;
    double step = speeds[last] - speeds[last - 1];
    int more = (int) Math.ceil(SMOOTHING_RANGE / step);
    double[] at = Arrays.copyOf(speeds, speeds.length + more);
    for (int i = 1; i <= more; i++) {
      at[last + i] = speeds[last] + i * step;
    }
    PowerCurve longer = of(at, Arrays.copyOf(powers, at.length));
    double[] smoothed = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      double sigma = deviation.applyAsDouble(at[i]);
      smoothed[i] = sigma > 0 ? longer.blurred(at[i], sigma) : longer.power(at[i]);
    }
    return of(at, smoothed);
  }

  private double blurred(double speed, double sigma) {
    double sum = 0;
    int blocks = (int) (SMOOTHING_RANGE / SMOOTHING_BLOCK);
    for (int i = -blocks; i <= blocks; i++) {
      double off = i * SMOOTHING_BLOCK;
      double weight = Math.exp(-off * off / (2 * sigma * sigma));
      sum += weight * power(speed + off);
    }
    return sum * SMOOTHING_BLOCK / (sigma * Math.sqrt(2 * Math.PI));
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
