package org.skywatt.ingest.bangkok;

/** The columns there are; each is in files of a name that ends in {@code _YEAR.csv.gz}. */
public enum Series {
  /** Mean AC power, kW. */
  POWER_KW("pv", "ptot (kw)", -0.5, 50),
  /** Measured global horizontal irradiance, W/m². */
  GHI_WM2("irradiance", "irradiance (w/m2)", -20, 2000),
  /** Cloud index of Himawari's images, 0 to 255. */
  CLOUD_INDEX("cloudindex", "ci_cm", 0, 255),
  /** Brightness of the same images, 0 to 255. */
  BRIGHTNESS("cloudindex", "ci_rgb", 0, 255),
  /** Global horizontal irradiance of the weather model, W/m². */
  NWP_GHI_WM2("nwp", "inwp", -20, 2000),
  /** Air temperature of the weather model, °C. */
  NWP_TEMPERATURE_C("nwp", "tnwp", -20, 60),
  /** Global horizontal irradiance under a clear sky, W/m². */
  CLEAR_SKY_WM2("clearsky", "iclr", 0, 2000),
  /** Measured air temperature, °C. */
  TEMPERATURE_C("temperature", "temp (degree c)", -20, 60);

  private final String file;
  private final String column;
  private final double least;
  private final double most;

  Series(String file, String column, double least, double most) {
    this.file = file;
    this.column = column;
    this.least = least;
    this.most = most;
  }

  String file() {
    return file;
  }

  String column() {
    return column;
  }

  /** Whether {@code value} is missing, or can be in this place and unit. */
  boolean isPossible(double value) {
    return Double.isNaN(value) || (value >= least && value <= most);
  }
}
