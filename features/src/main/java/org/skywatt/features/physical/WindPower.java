package org.skywatt.features.physical;

import org.skywatt.core.site.WindSite;
import org.skywatt.core.solar.StandardAtmosphere;
import org.skywatt.core.variable.Variable;
import org.skywatt.core.wind.AirDensity;
import org.skywatt.core.wind.GenericPowerCurve;
import org.skywatt.core.wind.Icing;
import org.skywatt.core.wind.StormCutOut;
import org.skywatt.core.wind.WindProfile;
import org.skywatt.features.view.WeatherSteps;

/** Power of a wind farm by the curve of its rotors, a fraction of capacity, 0 to 1. */
public final class WindPower {
  private static final double TYPICAL_TEMPERATURE_K = 288.15;

  /** Turbines of the generic curve; most start again when the wind has fallen by a fifth. */
  private static final StormCutOut STORM = new StormCutOut(GenericPowerCurve.CUT_OUT, 20);

  /** Steps before that are looked at for when a turbine last stopped or started. */
  private static final int STORM_STEPS = 12;

  private WindPower() {}

  /**
   * Power in the weather of the middle of the step, none while a storm keeps the turbines stopped;
   * NaN where the model tells no wind.
   */
  public static double ofWeather(WindSite site, WeatherSteps weather, int step) {
    double speed = hubSpeed(site, weather, step);
    if (Double.isNaN(speed)) {
      return Double.NaN;
    }
    return speed > STORM.restartSpeed() && !runs(site, weather, step)
        ? 0
        : weather.curve().power(speed, density(site, weather, step));
  }

  private static boolean runs(WindSite site, WeatherSteps weather, int step) {
    double[] speeds = new double[STORM_STEPS + 1];
    for (int i = 0; i < speeds.length; i++) {
      speeds[i] = hubSpeed(site, weather, step - STORM_STEPS + i);
    }
    return STORM.runs(speeds, true)[STORM_STEPS];
  }

  /**
   * Risk of ice on the blades in the middle of the step, 0 to 1; NaN where the model tells no
   * temperature or humidity. The air is brought to hub height, its humidity is taken from 2 m.
   */
  public static double icingRisk(WindSite site, WeatherSteps weather, int step) {
    double air = plausible(weather, Variable.TEMPERATURE_2M, step);
    return Icing.risk(
        AirDensity.temperatureAt(air, 2, site.hubHeightM()),
        100 * plausible(weather, Variable.RELATIVE_HUMIDITY, step));
  }

  /**
   * Wind speed at the hub in the middle of the step, m/s: by the power law from 100 m, with the
   * exponent that the wind at 10 m tells (0 to 0.4), else from 10 m; NaN where neither is told.
   */
  public static double hubSpeed(WindSite site, WeatherSteps weather, int step) {
    double upper = weather.middles().speed100(step);
    double lower = weather.middles().speed10(step);
    if (Double.isNaN(upper)) {
      return WindProfile.powerLaw(lower, 10, site.hubHeightM(), WindProfile.TYPICAL_EXPONENT);
    }
    double told = WindProfile.exponent(lower, 10, upper, 100);
    double exponent = Double.isNaN(told) ? WindProfile.TYPICAL_EXPONENT : told;
    return WindProfile.powerLaw(
        upper, 100, site.hubHeightM(), Math.max(0, Math.min(0.4, exponent)));
  }

  /** Of the air at the hub, kg/m³; of the standard atmosphere where the model tells less. */
  private static double density(WindSite site, WeatherSteps weather, int step) {
    double ground = site.location().elevationM();
    double pressure = plausible(weather, Variable.SURFACE_PRESSURE, step);
    double air = plausible(weather, Variable.TEMPERATURE_2M, step);
    return AirDensity.barometric(
        Double.isNaN(pressure) ? StandardAtmosphere.pressurePa(ground) : pressure,
        ground,
        ground + site.hubHeightM(),
        Double.isNaN(air)
            ? TYPICAL_TEMPERATURE_K
            : AirDensity.temperatureAt(air, 2, site.hubHeightM()));
  }

  private static double plausible(WeatherSteps weather, Variable variable, int step) {
    double value = weather.middles().get(variable, step);
    return variable.isPlausible(value) ? value : Double.NaN;
  }
}
