package org.skywatt.features.physical;

import org.skywatt.core.irradiance.Erbs;
import org.skywatt.core.irradiance.Horizon;
import org.skywatt.core.photovoltaic.CellTemperature;
import org.skywatt.core.photovoltaic.PvWatts;
import org.skywatt.core.sample.TerrainSample;
import org.skywatt.core.site.SolarSite;
import org.skywatt.core.variable.Variable;
import org.skywatt.features.view.SunStep;
import org.skywatt.features.view.WeatherAt;
import org.skywatt.features.view.WeatherSteps;

/**
 * AC power of a photovoltaic plant, a fraction of its AC capacity, 0 to 1: cells by Faiman, PVWatts
 * with its typical losses, clipped by the inverter.
 */
public final class SolarPower {
  /** More than a clear sky, as at the edges of clouds, over a whole interval. */
  public static final double GREATEST_INDEX = 1.2;

  private static final double TYPICAL_TEMPERATURE_K = 288.15;
  private static final double FREEZING_K = 273.15;
  private static final double TYPICAL_WIND_MS = 3;
  private static final double SOLAR_CONSTANT_WM2 = 1361;

  /** As in pvlib: lower suns make the clearness of a step jump. */
  private static final double LEAST_COS_ZENITH = 0.065;

  private SolarPower() {}

  /**
   * Power in the clear-sky index of the weather model; 0 at night, NaN where it tells none. Behind
   * the horizon of the terrain only the light of the sky is left.
   */
  public static double ofWeather(SolarSite site, WeatherSteps weather, int step) {
    SunStep sun = weather.sun().at(step);
    if (sun.night()) {
      return 0;
    }
    double index = weather.clearSkyIndex(step);
    if (Double.isNaN(index)) {
      return Double.NaN;
    }
    double bounded = Math.max(0, Math.min(GREATEST_INDEX, index));
    double plane = bounded * sun.clearSkyPlaneWm2();
    if (weather.terrain().isPresent()) {
      plane *= left(weather.terrain().get(), sun, diffuseShare(weather, step, bounded));
    }
    return ofPlane(site, weather, step, plane);
  }

  /**
   * Power at {@code planeWm2} in the plane of the modules. Air and wind are the weather model's in
   * the middle of the step, 15 °C and 3 m/s where it tells none.
   *
   * @return NaN for NaN
   */
  public static double ofPlane(SolarSite site, WeatherSteps weather, int step, double planeWm2) {
    double air = known(weather.middles().get(Variable.TEMPERATURE_2M, step), TYPICAL_TEMPERATURE_K);
    double breeze = known(weather.middles().speed10(step), TYPICAL_WIND_MS);
    double cell =
        CellTemperature.faiman(
                planeWm2, air, breeze, CellTemperature.FAIMAN_CONSTANT, CellTemperature.FAIMAN_WIND)
            - FREEZING_K;
    double dc =
        PvWatts.dc(planeWm2, cell, site.dcCapacityKw(), PvWatts.TYPICAL_COEFFICIENT_K)
            * (1 - PvWatts.Losses.TYPICAL.total());
    double limit = site.capacityKw() / PvWatts.TYPICAL_INVERTER_EFFICIENCY;
    return PvWatts.ac(dc, limit, PvWatts.TYPICAL_INVERTER_EFFICIENCY) / site.capacityKw();
  }

  /** Part of the light on the modules that the horizon leaves, by the middle of the step. */
  private static double left(TerrainSample ground, SunStep sun, double diffuse) {
    double beam =
        new Horizon(ground::horizonAt).beamFraction(90 - sun.zenithDeg(), sun.azimuthDeg());
    return (1 - diffuse) * beam + diffuse * known(ground.skyView(), 1);
  }

  /** The sky's part of the light: the weather model's own where it tells it, else by Erbs. */
  private static double diffuseShare(WeatherSteps weather, int step, double index) {
    WeatherAt model = weather.stamped();
    double ghi = model.get(Variable.GHI, step);
    double told = model.get(Variable.DIFFUSE_HORIZONTAL, step) / ghi;
    if (!(told >= 0 && told <= 1)) {
      told = 1 - model.get(Variable.DIRECT_HORIZONTAL, step) / ghi;
    }
    if (told >= 0 && told <= 1) {
      return told;
    }
    SunStep sun = weather.sun().at(step);
    double cosZenith = Math.max(LEAST_COS_ZENITH, Math.cos(Math.toRadians(sun.zenithDeg())));
    return Erbs.diffuseFraction(index * sun.clearSkyGhiWm2() / (SOLAR_CONSTANT_WM2 * cosZenith));
  }

  private static double known(double value, double otherwise) {
    return Double.isNaN(value) ? otherwise : value;
  }
}
