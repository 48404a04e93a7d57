package org.skywatt.ingest.meaning;

import java.util.Optional;
import org.skywatt.core.variable.TimeMeaning;
import org.skywatt.core.variable.Variable;

/**
 * What a field can be of: a canonical variable, or something that variables are derived from.
 * Values are in {@link #unit()} once converted.
 */
public enum Quantity {
  GHI(Variable.GHI),
  TOA_NET_SHORTWAVE(Variable.TOA_NET_SHORTWAVE),
  LONGWAVE_DOWN(Variable.LONGWAVE_DOWN),
  DIRECT_HORIZONTAL(Variable.DIRECT_HORIZONTAL),
  DIFFUSE_HORIZONTAL(Variable.DIFFUSE_HORIZONTAL),
  PRECIPITATION(Variable.PRECIPITATION),
  CLOUD_COVER(Variable.CLOUD_COVER),
  LOW_CLOUD_COVER(Variable.LOW_CLOUD_COVER),
  MEDIUM_CLOUD_COVER(Variable.MEDIUM_CLOUD_COVER),
  HIGH_CLOUD_COVER(Variable.HIGH_CLOUD_COVER),
  CLOUD_WATER(Variable.CLOUD_WATER),
  CLOUD_ICE(Variable.CLOUD_ICE),
  TEMPERATURE_2M(Variable.TEMPERATURE_2M),
  RELATIVE_HUMIDITY(Variable.RELATIVE_HUMIDITY),
  SURFACE_PRESSURE(Variable.SURFACE_PRESSURE),
  MEAN_SEA_LEVEL_PRESSURE(Variable.MEAN_SEA_LEVEL_PRESSURE),
  WIND_GUST_10M(Variable.WIND_GUST_10M),
  BOUNDARY_LAYER_HEIGHT(Variable.BOUNDARY_LAYER_HEIGHT),
  VISIBILITY(Variable.VISIBILITY),
  SNOW_DEPTH(Variable.SNOW_DEPTH),
  /** Dew point at screen height: gives the humidity. */
  DEW_POINT_2M("K"),
  /** Water vapour by mass of moist air at screen height: gives the humidity. */
  SPECIFIC_HUMIDITY_2M("1"),
  /** Eastward wind, or along the grid's rows, at a height above ground. */
  WIND_U("m s-1"),
  /** Northward wind, or along the grid's columns, at a height above ground. */
  WIND_V("m s-1"),
  /** Speed at a height above ground: with the direction it gives u and v. */
  WIND_SPEED("m s-1"),
  /** Where the wind blows from, clockwise from north, at a height above ground. */
  WIND_DIRECTION("degree"),
  /** Height of the model's ground above sea level. */
  OROGRAPHY("m"),
  /** Part of a grid cell that is land, 0 to 1. */
  LAND_FRACTION("1"),
  /** Height above sea level of the upper face of a model level; the model's ground is the last. */
  LEVEL_ALTITUDE("m");

  private final Variable variable;
  private final String unit;

  Quantity(Variable variable) {
    this.variable = variable;
    this.unit = variable.unit();
  }

  Quantity(String unit) {
    this.variable = null;
    this.unit = unit;
  }

  /** The canonical variable that it is; empty for what variables are derived from. */
  public Optional<Variable> variable() {
    return Optional.ofNullable(variable);
  }

  /** SI unit as CF writes it. */
  public String unit() {
    return unit;
  }

  /** What the canonical value says about its interval. */
  public TimeMeaning meaning() {
    return variable == null ? TimeMeaning.INSTANT : variable.meaning();
  }

  /** Whether it is wind at a height, which its {@link Meaning} tells. */
  public boolean isWind() {
    return this == WIND_U || this == WIND_V || this == WIND_SPEED || this == WIND_DIRECTION;
  }

  /** Whether it belongs to the model's ground, not to the weather. */
  public boolean isGround() {
    return this == OROGRAPHY || this == LAND_FRACTION;
  }

  /** Whether it is of the model itself and the same at all times. */
  public boolean isConstant() {
    return isGround() || this == LEVEL_ALTITUDE;
  }
}
