package org.skywatt.core.photovoltaic;

/**
 * DC and AC power of a photovoltaic plant. Powers in and out in one unit (kW or W); NaN for NaN.
 *
 * <p>Source: Dobos, PVWatts Version 5 Manual, NREL/TP-6A20-62641, 2014.
 */
public final class PvWatts {
  /** Temperature coefficient of ordinary crystalline modules, 1/K. */
  public static final double TYPICAL_COEFFICIENT_K = -0.0047;

  /** Nominal efficiency of an inverter that PVWatts assumes. */
  public static final double TYPICAL_INVERTER_EFFICIENCY = 0.96;

  private static final double REFERENCE_WM2 = 1000;
  private static final double REFERENCE_C = 25;
  private static final double REFERENCE_EFFICIENCY = 0.9637;

  private PvWatts() {}

  /**
   * Losses of the DC side, each a fraction 0 to 1.
   *
   * @param lightInducedDegradation in the first hours of light
   * @param nameplate how far modules fall short of their label
   */
  public record Losses(
      double soiling,
      double shading,
      double snow,
      double mismatch,
      double wiring,
      double connections,
      double lightInducedDegradation,
      double nameplate,
      double age,
      double availability) {
    /** What PVWatts assumes. */
    public static final Losses TYPICAL =
        new Losses(0.02, 0.03, 0, 0.02, 0.02, 0.005, 0.015, 0.01, 0, 0.03);

    /** All of them together, a fraction. */
    public double total() {
      return 1
          - (1 - soiling)
              * (1 - shading)
              * (1 - snow)
              * (1 - mismatch)
              * (1 - wiring)
              * (1 - connections)
              * (1 - lightInducedDegradation)
              * (1 - nameplate)
              * (1 - age)
              * (1 - availability);
    }
  }

  /**
   * DC power before losses.
   *
   * @param effectiveWm2 irradiance that enters the modules, W/m²
   * @param cellC cell temperature, °C
   * @param rating DC power at 1000 W/m² and 25 °C
   * @param coefficientK change with temperature, 1/K, negative
   */
  public static double dc(double effectiveWm2, double cellC, double rating, double coefficientK) {
    return effectiveWm2 / REFERENCE_WM2 * rating * (1 + coefficientK * (cellC - REFERENCE_C));
  }

  /**
   * AC power: the inverter's efficiency at part load, clipped to 0 and {@code efficiency × limit}.
   *
   * @param dc DC power into the inverter
   * @param limit DC power at which the inverter gives its rated AC power
   * @param efficiency nominal, 0 to 1
   */
  public static double ac(double dc, double limit, double efficiency) {
    if (dc == 0) {
      return 0;
    }
    double load = dc / limit;
    double partLoad = efficiency / REFERENCE_EFFICIENCY * (-0.0162 * load - 0.0059 / load + 0.9858);
    return Math.max(0, Math.min(efficiency * limit, partLoad * dc));
  }
}
