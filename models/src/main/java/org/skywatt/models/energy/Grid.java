package org.skywatt.models.energy;

/**
 * Where the electricity comes from.
 *
 * @param gramsPerKwh CO2-equivalents emitted for a kilowatt-hour; at least 0
 */
public record Grid(String name, double gramsPerKwh) {
  /** Mean of the world's electricity in 2022 (Ember, Global Electricity Review 2023). */
  public static final Grid WORLD = new Grid("world, mean of 2022 (Ember)", 436);

  private static final double JOULES_A_KWH = 3.6e6;

  /**
   * @throws IllegalArgumentException if {@code gramsPerKwh} is negative or no number
   */
  public Grid {
    if (!(gramsPerKwh >= 0 && gramsPerKwh < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a grid emits " + gramsPerKwh + " g a kWh");
    }
  }

  /** CO2-equivalents of {@code joules}, in grams. */
  public double grams(double joules) {
    return joules / JOULES_A_KWH * gramsPerKwh;
  }
}
