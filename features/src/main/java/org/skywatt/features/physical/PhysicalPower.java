package org.skywatt.features.physical;

import org.skywatt.core.site.SolarSite;
import org.skywatt.core.site.WindSite;
import org.skywatt.features.view.WeatherSteps;

/** Power of a plant of either technology. */
public final class PhysicalPower {
  private PhysicalPower() {}

  /** {@link SolarPower#ofWeather} or {@link WindPower#ofWeather}. */
  public static double of(WeatherSteps weather, int step) {
    return weather.site() instanceof SolarSite solar
        ? SolarPower.ofWeather(solar, weather, step)
        : WindPower.ofWeather((WindSite) weather.site(), weather, step);
  }
}
