package org.skywatt.core.wind;

/**
 * Density of dry air, kg/m³. Pressure falls by 1/8 hPa a metre (Deutscher Wetterdienst) between the
 * height it is given for and the one asked for. A NaN argument gives NaN.
 */
public final class AirDensity {
  /** Density that power curves are stated for, kg/m³. */
  public static final double STANDARD = 1.225;

  private static final double PRESSURE_GRADIENT_PA_M = 12.5;
  private static final double GAS_CONSTANT_J_KG_K = 287.058;
  private static final double STANDARD_LAPSE_K_M = 0.0065;
  private static final double REFERENCE_TEMPERATURE_K = 288.15;
  private static final double REFERENCE_PRESSURE_PA = 101_330;

  private AirDensity() {}

  /**
   * By the barometric formula: Hau, Windkraftanlagen, 4th edition, 2008, p. 560.
   *
   * @param pressurePa pressure at {@code pressureHeightM}, Pa
   * @param temperatureK temperature at {@code heightM}, K
   */
  public static double barometric(
      double pressurePa, double pressureHeightM, double heightM, double temperatureK) {
    return pressureAt(pressurePa, pressureHeightM, heightM)
        * STANDARD
        * REFERENCE_TEMPERATURE_K
        / (REFERENCE_PRESSURE_PA * temperatureK);
  }

  /** By the law of ideal gases; arguments as in {@link #barometric}. */
  public static double idealGas(
      double pressurePa, double pressureHeightM, double heightM, double temperatureK) {
    return pressureAt(pressurePa, pressureHeightM, heightM) / (GAS_CONSTANT_J_KG_K * temperatureK);
  }

  private static double pressureAt(double pressurePa, double pressureHeightM, double heightM) {
    return pressurePa - (heightM - pressureHeightM) * PRESSURE_GRADIENT_PA_M;
  }

  /**
   * Air temperature at another height by the standard atmosphere's 6.5 K/km.
   *
   * @param temperatureK temperature at {@code heightM}, K
   */
  public static double temperatureAt(double temperatureK, double heightM, double wantedHeightM) {
    return temperatureK - STANDARD_LAPSE_K_M * (wantedHeightM - heightM);
  }
}
