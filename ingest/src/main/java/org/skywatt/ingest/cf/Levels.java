package org.skywatt.ingest.cf;

import java.util.Locale;
import java.util.Map;
import org.skywatt.ingest.field.FieldLevel;

/** Vertical coordinates in ecCodes' words. */
final class Levels {
  /** ecCodes' word for a level that it cannot tell. */
  static final FieldLevel UNKNOWN = new FieldLevel("unknown", Double.NaN, Double.NaN);

  private static final Map<String, Double> PASCALS =
      Map.of(
          "pa",
          1.0,
          "hpa",
          100.0,
          "mb",
          100.0,
          "mbar",
          100.0,
          "millibar",
          100.0,
          "millibars",
          100.0,
          "kpa",
          1000.0);
  private static final Map<String, Double> METRES =
      Map.of("m", 1.0, "meter", 1.0, "metre", 1.0, "meters", 1.0, "metres", 1.0, "km", 1000.0);

  private Levels() {}

  /** The level of a value of a vertical coordinate. */
  static FieldLevel level(Coordinate coordinate, double value) {
    Attributes attributes = coordinate.variable().attributes();
    String standardName = attributes.lower("standard_name");
    String units = attributes.lower("units");
    String name = Role.shortName(coordinate.name()).toLowerCase(Locale.ROOT);
    Double pascals = PASCALS.get(units);
    if (pascals != null) {
      return level("isobaricInhPa", value * pascals / 100);
    }
    Double metres = METRES.get(units);
    if (metres != null) {
      if (standardName.equals("depth") || name.startsWith("depth")) {
        return level("depthBelowLand", value * metres);
      }
      boolean aboveSea =
          standardName.equals("altitude")
              || standardName.startsWith("height_above_mean_sea")
              || name.startsWith("altitude");
      return level(aboveSea ? "heightAboveSea" : "heightAboveGround", value * metres);
    }
    if (standardName.startsWith("atmosphere_sigma") || name.startsWith("sigma")) {
      return level("sigma", value);
    }
    boolean hybrid =
        standardName.startsWith("atmosphere_") || standardName.equals("model_level_number");
    return level(hybrid ? "hybrid" : name, value);
  }

  private static FieldLevel level(String type, double value) {
    return new FieldLevel(type, value, Double.NaN);
  }

  /** The level of a variable without a vertical coordinate: what cfgrib kept of its GRIB. */
  static FieldLevel withoutCoordinate(Attributes attributes) {
    return attributes
        .text("GRIB_typeOfLevel")
        .map(type -> level(type, attributes.number("GRIB_level").orElse(Double.NaN)))
        .orElse(UNKNOWN);
  }
}
