package org.skywatt.core.solar;

/**
 * Pressure of the standard atmosphere.
 *
 * <p>Source: "A Quick Derivation relating altitude to air pressure", Portland State Aerospace
 * Society, 2004, as in pvlib {@code alt2pres}.
 */
public final class StandardAtmosphere {
  /** Pressure at sea level, Pa. */
  public static final double SEA_LEVEL_PA = 101_325;

  private StandardAtmosphere() {}

  /** Pressure at {@code elevationM} metres above sea level, Pa. */
  public static double pressurePa(double elevationM) {
    return 100 * Math.pow((44331.514 - elevationM) / 11880.516, 1 / 0.1902632);
  }
}
