package org.skywatt.green.plan;

/**
 * Whether a new forecast is reason enough to change a plan: only if the new plan saves more than a
 * share of what the old one would still cost. Without that, plans flap between slots that are as
 * good as each other.
 *
 * @param leastGain share, 0 to 1
 */
public record Hysteresis(double leastGain) {
  /** Changes for a gain of 3% or more. */
  public static final Hysteresis USUAL = new Hysteresis(0.03);

  /**
   * @throws IllegalArgumentException if the share is not within 0 to 1
   */
  public Hysteresis {
    if (!(leastGain >= 0 && leastGain <= 1)) {
      throw new IllegalArgumentException("least gain " + leastGain + " must be 0 to 1");
    }
  }

  /** Whether a plan of cost {@code fresh} should replace one of cost {@code kept}. */
  public boolean replaces(double kept, double fresh) {
    return kept - fresh > leastGain * Math.abs(kept);
  }
}
