package org.skywatt.models.baseline;

import org.skywatt.core.photovoltaic.CellTemperature;
import org.skywatt.core.photovoltaic.PvWatts;
import org.skywatt.features.nowcast.PlantSeries;

/**
 * PVWatts on the weather model's global horizontal irradiance, cells by Faiman in a light wind,
 * with PVWatts' typical losses: nothing is fitted, and the modules are taken to lie flat.
 *
 * @param dcOverAc rated power of the modules over AC capacity
 */
public record PhysicalSolar(PlantSeries series, double dcOverAc) implements Baseline {
  private static final double WIND_MS = 1;
  private static final double FREEZING_K = 273.15;

  @Override
  public String name() {
    return "physical";
  }

  @Override
  public double[] forecast(int newest, int steps) {
    return Baselines.point(
        power(
            series.nwpGhiWm2()[newest + steps],
            series.nwpTemperatureC()[newest + steps] + FREEZING_K,
            dcOverAc));
  }

  /**
   * AC power as a fraction of capacity, not bounded; NaN where an input is.
   *
   * @param irradianceWm2 on the modules; negative counts as 0
   * @param airK air temperature
   */
  public static double power(double irradianceWm2, double airK, double dcOverAc) {
    double irradiance = Math.max(0, irradianceWm2);
    double cell =
        CellTemperature.faiman(
                irradiance,
                airK,
                WIND_MS,
                CellTemperature.FAIMAN_CONSTANT,
                CellTemperature.FAIMAN_WIND)
            - FREEZING_K;
    double dc =
        PvWatts.dc(irradiance, cell, dcOverAc, PvWatts.TYPICAL_COEFFICIENT_K)
            * (1 - PvWatts.Losses.TYPICAL.total());
    double efficiency = PvWatts.TYPICAL_INVERTER_EFFICIENCY;
    return PvWatts.ac(dc, 1 / efficiency, efficiency);
  }
}
