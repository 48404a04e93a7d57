package org.skywatt.features.physical;

import org.skywatt.core.site.WindSite;
import org.skywatt.core.solar.StandardAtmosphere;
import org.skywatt.core.variable.Variable;
import org.skywatt.core.wind.AirDensity;
import org.skywatt.core.wind.WindProfile;
import org.skywatt.features.view.WeatherSteps;

/** Power of a wind farm by the curve of its rotors, a fraction of capacity, 0 to 1. */
public final class WindPower {
  private static final double TYPICAL_TEMPERATURE_K = 288.15;

  private WindPower() {}

  /** Power in the weather of the middle of the step; NaN where the model tells no wind. */
  public static double ofWeather(WindSite site, WeatherSteps weather, int step) {
    double speed = hubSpeed(site, weather, step);
    return Double.isNaN(speed)
        ? Double.NaN
        : weather.curve().power(speed, density(site, weather, step));
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
