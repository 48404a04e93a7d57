package org.skywatt.core.wind;

import java.util.function.DoubleUnaryOperator;

/**
 * The speed that carries the same energy through a rotor as a sheared and veered wind.
 *
 * <p>Source: IEC 61400-12-1:2017, annex Q: the cube root of the mean of the cubes over the rotor's
 * area, each speed reduced by the cosine of its turn from the direction at hub height.
 */
public final class RotorEquivalentSpeed {
  private static final int SLICES = 60;

  private RotorEquivalentSpeed() {}

  /**
   * Rotor-equivalent speed, m/s; NaN where a speed or turn is.
   *
   * @param speed m/s by height above ground, m
   * @param turnDeg degrees from the direction at hub height, by height
   * @throws IllegalArgumentException if the rotor touches the ground or has no size
   */
  public static double of(
      DoubleUnaryOperator speed,
      DoubleUnaryOperator turnDeg,
      double hubHeightM,
      double rotorDiameterM) {
    double radius = rotorDiameterM / 2;
    if (!(radius > 0 && hubHeightM > radius)) {
      throw new IllegalArgumentException(
          "a rotor of "
              + rotorDiameterM
              + " m at "
              + hubHeightM
              + " m does not stand above ground");
    }
    double sum = 0;
    double area = 0;
    for (int i = 0; i < SLICES; i++) {
      double off = radius * (2 * (i + 0.5) / SLICES - 1);
      double width = Math.sqrt(radius * radius - off * off);
      double height = hubHeightM + off;
      double through =
          speed.applyAsDouble(height) * Math.cos(Math.toRadians(turnDeg.applyAsDouble(height)));
      sum += width * through * through * through;
      area += width;
    }
    return Math.cbrt(sum / area);
  }
}
