package org.skywatt.core.photovoltaic;

/**
 * Temperature of the cells in steady state, in the unit of {@code airTemperature} (°C or K). Plane
 * irradiance in W/m², wind in m/s at 10 m (SAPM) or at the modules (the others); NaN for NaN.
 */
public final class CellTemperature {
  /** Heat that a module gives off by itself and by wind, for {@link #faiman}: W/m²/K, W s/m³/K. */
  public static final double FAIMAN_CONSTANT = 25;

  public static final double FAIMAN_WIND = 6.84;

  private static final double REFERENCE_WM2 = 1000;
  private static final double ABSORPTION = 0.9;

  private CellTemperature() {}

  /**
   * How modules are mounted, for {@link #sapm}.
   *
   * <p>Source: King, Boyson and Kratochvil, Photovoltaic Array Performance Model, SAND2004-3535,
   * 2004, table 1.
   */
  public enum SapmMounting {
    OPEN_RACK_GLASS_GLASS(-3.47, -0.0594, 3),
    CLOSE_ROOF_GLASS_GLASS(-2.98, -0.0471, 1),
    OPEN_RACK_GLASS_POLYMER(-3.56, -0.075, 3),
    INSULATED_BACK_GLASS_POLYMER(-2.81, -0.0455, 0);

    private final double a;
    private final double b;
    private final double cellAboveBack;

    SapmMounting(double a, double b, double cellAboveBack) {
      this.a = a;
      this.b = b;
      this.cellAboveBack = cellAboveBack;
    }
  }

  /** How modules are mounted, for {@link #pvsyst}: what PVsyst suggests, W/m²/K. */
  public enum PvsystMounting {
    FREE_STANDING(29),
    SEMI_INTEGRATED(20),
    INSULATED_BACK(15);

    private final double constant;

    PvsystMounting(double constant) {
      this.constant = constant;
    }
  }

  /** Sandia's model (SAND2004-3535). */
  public static double sapm(
      double planeWm2, double airTemperature, double windSpeed, SapmMounting mounting) {
    return airTemperature
        + planeWm2 * Math.exp(mounting.a + mounting.b * windSpeed)
        + planeWm2 / REFERENCE_WM2 * mounting.cellAboveBack;
  }

  /**
   * PVsyst's model with its default of no cooling by wind.
   *
   * <p>Source: PVsyst 7 help, Array thermal losses.
   *
   * @param efficiency of the modules, 0 to 1; PVsyst assumes 0.1
   */
  public static double pvsyst(
      double planeWm2, double airTemperature, double efficiency, PvsystMounting mounting) {
    return airTemperature + planeWm2 * ABSORPTION * (1 - efficiency) / mounting.constant;
  }

  /**
   * Source: Faiman, Assessing the outdoor operating temperature of photovoltaic modules, Progress
   * in Photovoltaics 16, 307–315, 2008.
   *
   * @param constant heat loss without wind, W/m²/K
   * @param wind heat loss by wind, W s/m³/K
   */
  public static double faiman(
      double planeWm2, double airTemperature, double windSpeed, double constant, double wind) {
    return airTemperature + planeWm2 / (constant + wind * windSpeed);
  }
}
