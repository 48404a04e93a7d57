package org.skywatt.ingest.cf;

import java.util.Locale;
import java.util.Set;

/**
 * What a coordinate variable tells, by CF 1.11 chapter 4, NetCDF-Java's attributes, or its name.
 */
enum Role {
  LATITUDE,
  LONGITUDE,
  X,
  Y,
  TIME,
  REFERENCE_TIME,
  PERIOD,
  VERTICAL,
  MEMBER,
  /** Names what each layer of a stacked array is of, as Zarr archives of weather models do. */
  LAYER,
  OTHER;

  private static final Set<String> NORTH =
      Set.of("degrees_north", "degree_north", "degree_n", "degrees_n", "degreen", "degreesn");
  private static final Set<String> EAST =
      Set.of("degrees_east", "degree_east", "degree_e", "degrees_e", "degreee", "degreese");
  private static final Set<String> REFERENCE_NAMES =
      Set.of("init_time", "init_time_utc", "forecast_reference_time", "reftime", "run_time");
  private static final Set<String> PERIOD_NAMES =
      Set.of("step", "forecast_period", "lead_time", "prediction_timedelta");
  private static final Set<String> MEMBER_NAMES =
      Set.of("realization", "number", "member", "ensemble", "ensemble_member");
  private static final Set<String> LAYER_NAMES =
      Set.of("variable", "channel", "param", "parameter", "band", "variable_name");
  private static final Set<String> VERTICAL_NAMES =
      Set.of("air_pressure", "pressure", "height", "altitude", "depth", "level", "lev");

  static Role of(CfVariable variable) {
    Attributes attributes = variable.attributes();
    String name = shortName(variable.name()).toLowerCase(Locale.ROOT);
    if (variable.kind() != CfVariable.Kind.NUMBER) {
      return LAYER_NAMES.contains(name) ? LAYER : OTHER;
    }
    Role byStandardName = ofStandardName(attributes.lower("standard_name"));
    if (byStandardName != OTHER) {
      return byStandardName;
    }
    Role byAxis = ofAxis(attributes.lower("_CoordinateAxisType"), attributes.lower("axis"));
    Role byUnits = ofUnits(attributes.lower("units"));
    Role byName = ofName(name, attributes.lower("units"));
    // An axis says less than a name: reference times and latitudes have axes too.
    if (byUnits == TIME && byName == REFERENCE_TIME) {
      return REFERENCE_TIME;
    }
    if (byUnits != OTHER) {
      return byUnits;
    }
    if (byAxis != OTHER) {
      return byAxis;
    }
    return attributes.text("positive").isPresent() ? VERTICAL : byName;
  }

  private static Role ofStandardName(String name) {
    return switch (name) {
      case "latitude" -> LATITUDE;
      case "longitude" -> LONGITUDE;
      case "projection_x_coordinate", "projection_x_angular_coordinate", "grid_longitude" -> X;
      case "projection_y_coordinate", "projection_y_angular_coordinate", "grid_latitude" -> Y;
      case "time" -> TIME;
      case "forecast_reference_time" -> REFERENCE_TIME;
      case "forecast_period" -> PERIOD;
      case "realization" -> MEMBER;
      case "height", "altitude", "air_pressure", "depth", "model_level_number" -> VERTICAL;
      case "height_above_mean_sea_level", "height_above_geopotential_datum" -> VERTICAL;
      default -> name.startsWith("atmosphere_") && name.endsWith("coordinate") ? VERTICAL : OTHER;
    };
  }

  private static Role ofAxis(String type, String axis) {
    return switch (type.isEmpty() ? axis : type) {
      case "lat" -> LATITUDE;
      case "lon" -> LONGITUDE;
      case "x", "geox" -> X;
      case "y", "geoy" -> Y;
      case "t", "time" -> TIME;
      case "runtime" -> REFERENCE_TIME;
      case "z", "geoz", "height", "pressure" -> VERTICAL;
      case "e", "ensemble" -> MEMBER;
      default -> OTHER;
    };
  }

  private static Role ofUnits(String units) {
    if (NORTH.contains(units)) {
      return LATITUDE;
    }
    if (EAST.contains(units)) {
      return LONGITUDE;
    }
    return units.contains(" since ") ? TIME : OTHER;
  }

  private static Role ofName(String name, String units) {
    if (REFERENCE_NAMES.contains(name)) {
      return units.contains("since") ? REFERENCE_TIME : OTHER;
    }
    if (PERIOD_NAMES.contains(name)) {
      return PERIOD;
    }
    if (MEMBER_NAMES.contains(name)) {
      return MEMBER;
    }
    if (VERTICAL_NAMES.contains(name)
        || name.startsWith("isobaric")
        || name.startsWith("height_")) {
      return VERTICAL;
    }
    return switch (name) {
      case "x", "x_osgb", "x_geostationary", "x_laea" -> X;
      case "y", "y_osgb", "y_geostationary", "y_laea" -> Y;
      case "lat", "latitude" -> LATITUDE;
      case "lon", "longitude" -> LONGITUDE;
      default -> OTHER;
    };
  }

  /** A name without its groups. */
  static String shortName(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
