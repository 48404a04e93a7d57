package org.skywatt.models.evaluate;

import org.skywatt.features.schema.Schemas;

/**
 * Classes of the weather as the weather model foretold it, known at the issue, so that calibration
 * can be asked for within each. Solar: the clear-sky index (overcast below 0.35, clear from 0.75).
 * Wind: the speed at 100 m (light below 5 m/s, strong from 12 m/s).
 */
public final class WeatherClass {
  private static final String INDEX = "clear_sky_index";
  private static final String SPEED = "wind_speed_100m";

  private final boolean solar;
  private final int at;

  /**
   * @throws IllegalArgumentException if there is no such schema
   */
  public WeatherClass(String schema, boolean solar) {
    this.solar = solar;
    this.at = Schemas.get(schema).indexOf(solar ? INDEX : SPEED);
  }

  /** The class of a row of features; empty where it is not known. */
  public String of(float[] features) {
    if (at < 0 || Float.isNaN(features[at])) {
      return "";
    }
    return solar ? sky(features[at]) : wind(features[at]);
  }

  /**
   * @param clearSkyIndex irradiance over that of a clear sky
   */
  public static String sky(double clearSkyIndex) {
    if (Double.isNaN(clearSkyIndex)) {
      return "";
    }
    return clearSkyIndex < 0.35 ? "overcast" : clearSkyIndex < 0.75 ? "broken clouds" : "clear";
  }

  private static String wind(double speedMs) {
    return speedMs < 5 ? "light wind" : speedMs < 12 ? "middling wind" : "strong wind";
  }
}
