package org.skywatt.features.physical;

import java.time.Instant;
import org.skywatt.core.site.WindSite;
import org.skywatt.core.solar.StandardAtmosphere;
import org.skywatt.core.time.Interval;
import org.skywatt.core.variable.Variable;
import org.skywatt.core.wind.AirDensity;
import org.skywatt.features.view.SiteView;
import org.skywatt.features.view.WeatherBetween;

/** Power of a wind farm by the curve of its rotors, a fraction of capacity, 0 to 1. */
public final class WindPower {
  private static final double TYPICAL_TEMPERATURE_K = 288.15;

  private WindPower() {}

  /** Power in the weather of the middle of the interval; NaN where the model tells no wind. */
  public static double ofWeather(WindSite site, SiteView view, Interval interval) {
    Instant middle = interval.middle();
    WeatherBetween weather = view.weather();
    double speed = weather.hubSpeed(site.hubHeightM(), middle);
    if (Double.isNaN(speed)) {
      return Double.NaN;
    }
    return view.curve().power(speed, density(site, weather, middle));
  }

  /** Of the air at the hub, kg/m³; of the standard atmosphere where the model tells less. */
  public static double density(WindSite site, WeatherBetween weather, Instant time) {
    double ground = site.location().elevationM();
    double pressure = plausible(weather, Variable.SURFACE_PRESSURE, time);
    double air = plausible(weather, Variable.TEMPERATURE_2M, time);
    return AirDensity.barometric(
        Double.isNaN(pressure) ? StandardAtmosphere.pressurePa(ground) : pressure,
        ground,
        ground + site.hubHeightM(),
        Double.isNaN(air)
            ? TYPICAL_TEMPERATURE_K
            : AirDensity.temperatureAt(air, 2, site.hubHeightM()));
  }

  private static double plausible(WeatherBetween weather, Variable variable, Instant time) {
    double value = weather.instant(variable, time);
    return variable.isPlausible(value) ? value : Double.NaN;
  }
}
