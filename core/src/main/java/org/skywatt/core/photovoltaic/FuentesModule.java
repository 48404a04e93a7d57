package org.skywatt.core.photovoltaic;

/**
 * Temperature of a module that takes time to warm, over a series of hours or less: convection,
 * radiation to sky and ground, and the heat that the module holds. Immutable.
 *
 * <p>Source: Fuentes, A Simplified Thermal Model for Flat-Plate Photovoltaic Arrays, SAND85-0330,
 * 1987, as PVWatts and pvlib use it.
 */
public final class FuentesModule {
  private static final double STEFAN_BOLTZMANN = 5.669e-8;
  private static final double EMISSIVITY = 0.84;
  private static final double ABSORPTION = 0.83;
  private static final double TEST_AIR_K = 293.15;
  private static final double TEST_SKY_K = 282.21;
  private static final double TEST_WM2 = 800;
  private static final double HEAT_CAPACITY_J_M2_K = 11_000;
  private static final double MODULE_HEIGHT_M = 5;
  private static final double WIND_HEIGHT_M = 9.144;
  private static final double SIN_TILT = 0.5;
  private static final double LENGTH_M = 2 * (0.31579 * 1.2) / (0.31579 + 1.2);
  private static final double REYNOLDS_TURBULENT = 120_000;
  private static final double HEAT_OF_AIR = 1007;
  private static final double PRANDTL = 0.71;
  private static final int ITERATIONS = 10;

  private final double heatCapacity;
  private final double convectionRatio;
  private final double groundRatio;

  private FuentesModule(double heatCapacity, double convectionRatio, double groundRatio) {
    this.heatCapacity = heatCapacity;
    this.convectionRatio = convectionRatio;
    this.groundRatio = groundRatio;
  }

  /**
   * @param nominalC nominal operating cell temperature as installed, °C: 45 on an open rack, 49 on
   *     a roof
   */
  public static FuentesModule of(double nominalC) {
    double nominal = nominalC + 273.15;
    double excess = nominal - TEST_AIR_K;
    double convection = convection((nominal + TEST_AIR_K) / 2, 1, excess, false);
    double radiation =
        EMISSIVITY
            * STEFAN_BOLTZMANN
            * (nominal * nominal + TEST_AIR_K * TEST_AIR_K)
            * (nominal + TEST_AIR_K);
    double back =
        (ABSORPTION * TEST_WM2
                - EMISSIVITY * STEFAN_BOLTZMANN * (fourth(nominal) - fourth(TEST_SKY_K))
                - convection * excess)
            / ((radiation + convection) * excess);
    double ground = Math.pow(fourth(nominal) - back * (fourth(nominal) - fourth(TEST_AIR_K)), 0.25);
    ground = Math.max(TEST_AIR_K, Math.min(nominal, ground));
    double ratio =
        (ABSORPTION * TEST_WM2
                - EMISSIVITY
                    * STEFAN_BOLTZMANN
                    * (2 * fourth(nominal) - fourth(TEST_SKY_K) - fourth(ground)))
            / (convection * excess);
    double capacity = HEAT_CAPACITY_J_M2_K;
    if (nominal > 321.15) {
      capacity *= 1 + (nominal - 321.15) / 12;
    }
    return new FuentesModule(capacity, ratio, (ground - TEST_AIR_K) / excess);
  }

  /**
   * Module temperatures at the ends of the steps, °C, from a module at 20 °C in the dark. A NaN
   * input gives NaN from there on.
   *
   * @param planeWm2 irradiance on the plane, W/m²
   * @param airC air temperature, °C
   * @param windSpeed m/s at 9.144 m
   * @param stepSeconds between the values
   */
  public double[] temperatures(
      double[] planeWm2, double[] airC, double[] windSpeed, double stepSeconds) {
    double[] temperatures = new double[planeWm2.length];
    double before = TEST_AIR_K;
    double sunBefore = 0;
    for (int i = 0; i < temperatures.length; i++) {
      double air = airC[i] + 273.15;
      double sun = planeWm2[i] * ABSORPTION;
      double sky = 0.68 * (0.0552 * Math.pow(air, 1.5)) + 0.32 * air;
      double wind = windSpeed[i] * Math.pow(MODULE_HEIGHT_M / WIND_HEIGHT_M, 0.2) + 0.0001;
      double module = before;
      for (int j = 0; j < ITERATIONS; j++) {
        double convected =
            convectionRatio * convection((module + air) / 2, wind, Math.abs(module - air), true);
        double toSky = radiation(module, sky);
        double ground = air + groundRatio * (module - air);
        double toGround = radiation(module, ground);
        double loss = convected + toSky + toGround;
        double exponent = -loss / heatCapacity * stepSeconds;
        double kept = exponent > -10 ? Math.exp(exponent) : 0;
        double driven = convected * air + toSky * sky + toGround * ground + sunBefore;
        module =
            before * kept
                + ((1 - kept) * (driven + (sun - sunBefore) / exponent) + sun - sunBefore) / loss;
      }
      temperatures[i] = module - 273.15;
      before = module;
      sunBefore = sun;
    }
    return temperatures;
  }

  private static double radiation(double module, double other) {
    return EMISSIVITY * STEFAN_BOLTZMANN * (module * module + other * other) * (module + other);
  }

  private static double convection(double mean, double wind, double excess, boolean turbulence) {
    double density = 0.003484 * 101_325 / mean;
    double viscosity = 2.4237e-7 * Math.pow(mean, 0.76) / density;
    double conductivity = 2.1695e-4 * Math.pow(mean, 0.84);
    double reynolds = wind * LENGTH_M / viscosity;
    double forced =
        turbulence && reynolds > REYNOLDS_TURBULENT
            ? 0.0282 / Math.pow(reynolds, 0.2) / Math.pow(PRANDTL, 0.4)
            : 0.86 / Math.sqrt(reynolds) / Math.pow(PRANDTL, 0.67);
    forced *= density * wind * HEAT_OF_AIR;
    double grashof =
        9.8 / mean * excess * Math.pow(LENGTH_M, 3) / (viscosity * viscosity) * SIN_TILT;
    double free = 0.21 * Math.pow(grashof * PRANDTL, 0.32) * conductivity / LENGTH_M;
    return Math.cbrt(free * free * free + forced * forced * forced);
  }

  private static double fourth(double x) {
    return x * x * x * x;
  }
}
