package org.skywatt.core.variable;

import java.util.Optional;

/**
 * The canonical NWP variables. Sources convert their own codes and units to these; sums and
 * averaging buckets become the mean over the interval that ends at {@code validTime}. The order is
 * the order of columns in tables and of values in sample arrays: append only.
 */
public enum Variable {
  GHI("ghi_wm2", "W m-2", 0, 1500, TimeMeaning.MEAN),
  TOA_NET_SHORTWAVE("toa_net_shortwave_wm2", "W m-2", 0, 1500, TimeMeaning.MEAN),
  LONGWAVE_DOWN("longwave_down_wm2", "W m-2", 0, 800, TimeMeaning.MEAN),
  CLOUD_COVER("cloud_cover", "1", 0, 1, TimeMeaning.INSTANT),
  CLOUD_WATER("cloud_water_kgm2", "kg m-2", 0, 50, TimeMeaning.INSTANT),
  CLOUD_ICE("cloud_ice_kgm2", "kg m-2", 0, 50, TimeMeaning.INSTANT),
  TEMPERATURE_2M("temperature_2m_k", "K", 150, 350, TimeMeaning.INSTANT),
  RELATIVE_HUMIDITY("relative_humidity", "1", 0, 1.2, TimeMeaning.INSTANT),
  SURFACE_PRESSURE("surface_pressure_pa", "Pa", 40000, 110000, TimeMeaning.INSTANT),
  PRECIPITATION("precipitation_kgm2s", "kg m-2 s-1", 0, 0.1, TimeMeaning.MEAN),
  WIND_U_10M("wind_u_10m_ms", "m s-1", -100, 100, TimeMeaning.INSTANT),
  WIND_V_10M("wind_v_10m_ms", "m s-1", -100, 100, TimeMeaning.INSTANT),
  WIND_U_100M("wind_u_100m_ms", "m s-1", -120, 120, TimeMeaning.INSTANT),
  WIND_V_100M("wind_v_100m_ms", "m s-1", -120, 120, TimeMeaning.INSTANT),
  /** The beam's part of GHI, on a horizontal plane. */
  DIRECT_HORIZONTAL("direct_horizontal_wm2", "W m-2", 0, 1400, TimeMeaning.MEAN),
  /** The sky's part of GHI. */
  DIFFUSE_HORIZONTAL("diffuse_horizontal_wm2", "W m-2", 0, 800, TimeMeaning.MEAN),
  LOW_CLOUD_COVER("low_cloud_cover", "1", 0, 1, TimeMeaning.INSTANT),
  MEDIUM_CLOUD_COVER("medium_cloud_cover", "1", 0, 1, TimeMeaning.INSTANT),
  HIGH_CLOUD_COVER("high_cloud_cover", "1", 0, 1, TimeMeaning.INSTANT),
  MEAN_SEA_LEVEL_PRESSURE("mean_sea_level_pressure_pa", "Pa", 85000, 110000, TimeMeaning.INSTANT),
  /** The strongest gust of the interval; of a source that has it at instants only, that one. */
  WIND_GUST_10M("wind_gust_10m_ms", "m s-1", 0, 150, TimeMeaning.MAX),
  /** Wind at the hub height of the site; missing where the site has none. */
  WIND_U_HUB("wind_u_hub_ms", "m s-1", -120, 120, TimeMeaning.INSTANT),
  WIND_V_HUB("wind_v_hub_ms", "m s-1", -120, 120, TimeMeaning.INSTANT),
  BOUNDARY_LAYER_HEIGHT("boundary_layer_height_m", "m", 0, 10000, TimeMeaning.INSTANT),
  VISIBILITY("visibility_m", "m", 0, 200000, TimeMeaning.INSTANT),
  /** Depth of the snow that lies, not of the water in it. */
  SNOW_DEPTH("snow_depth_m", "m", 0, 50, TimeMeaning.INSTANT);

  /** How many there are: the length of a sample's array of values. */
  public static final int COUNT = values().length;

  private final String column;
  private final String unit;
  private final double min;
  private final double max;
  private final TimeMeaning meaning;

  Variable(String column, String unit, double min, double max, TimeMeaning meaning) {
    this.column = column;
    this.unit = unit;
    this.min = min;
    this.max = max;
    this.meaning = meaning;
  }

  /** Name of the column in tables; ends with the unit where it has one. */
  public String column() {
    return column;
  }

  /** SI unit as CF writes it; {@code 1} for a fraction. */
  public String unit() {
    return unit;
  }

  /** Largest value that can be, in its unit. */
  public double max() {
    return max;
  }

  public TimeMeaning meaning() {
    return meaning;
  }

  /**
   * Whether {@code value} could occur on earth, give or take the rounding of packed files (a
   * thousandth of the range). NaN (missing) is plausible.
   */
  public boolean isPlausible(double value) {
    double rounding = (max - min) / 1000;
    return Double.isNaN(value) || (value >= min - rounding && value <= max + rounding);
  }

  /** The variable whose table column is {@code column}, if there is one. */
  public static Optional<Variable> findByColumn(String column) {
    for (Variable variable : values()) {
      if (variable.column.equals(column)) {
        return Optional.of(variable);
      }
    }
    return Optional.empty();
  }
}
