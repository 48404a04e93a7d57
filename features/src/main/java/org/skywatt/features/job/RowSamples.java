package org.skywatt.features.job;

import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Row;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.sample.SatelliteSample;
import org.skywatt.core.sample.TerrainSample;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Mount;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.SolarSite;
import org.skywatt.core.site.WindSite;
import org.skywatt.core.variable.Variable;

/**
 * Rows of the sample tables as samples. Null becomes NaN, and so does NWP that cannot be: the table
 * keeps it, nothing is computed from it.
 */
public final class RowSamples {
  private RowSamples() {}

  static NwpSample nwp(Row row) {
    float[] values = new float[Variable.COUNT];
    for (Variable variable : Variable.values()) {
      float value = floatOf(row.getAs(variable.column()));
      values[variable.ordinal()] = variable.isPlausible(value) ? value : Float.NaN;
    }
    return new NwpSample(
        row.getAs("site_id"),
        row.getAs("source"),
        row.<Integer>getAs("member"),
        row.<Instant>getAs("init_time"),
        row.<Instant>getAs("valid_time"),
        row.<Instant>getAs("available_at"),
        values);
  }

  static SatelliteSample satellite(Row row) {
    return new SatelliteSample(
        row.getAs("site_id"),
        row.getAs("source"),
        row.<Instant>getAs("scan_time"),
        row.<Instant>getAs("available_at"),
        floatOf(row.getAs("cloud_index")),
        floats(row, "surroundings"));
  }

  static TerrainSample terrain(Row row) {
    return new TerrainSample(
        row.getAs("site_id"),
        doubleOf(row.getAs("elevation_m")),
        doubleOf(row.getAs("slope_deg")),
        doubleOf(row.getAs("aspect_deg")),
        doubleOf(row.getAs("relative_elevation_m")),
        floats(row, "horizon_deg"),
        doubleOf(row.getAs("sky_view")));
  }

  /** A row of the generation table. */
  public static GenerationSample generation(Row row) {
    return new GenerationSample(
        row.getAs("site_id"),
        row.<Instant>getAs("start_time"),
        row.<Instant>getAs("end_time"),
        row.<Instant>getAs("available_at"),
        doubleOf(row.getAs("power_kw")),
        row.<Integer>getAs("flags"));
  }

  /** A row of the sites table. */
  public static Site site(Row row) {
    SiteId id = new SiteId(row.getAs("site_id"));
    String name = row.getAs("name");
    String organisation = row.getAs("organisation");
    Location location =
        new Location(
            row.<Double>getAs("latitude"),
            row.<Double>getAs("longitude"),
            row.<Double>getAs("elevation_m"));
    double capacityKw = row.<Double>getAs("capacity_kw");
    if ("wind".equals(row.getAs("technology"))) {
      return new WindSite(
          id,
          name,
          organisation,
          location,
          capacityKw,
          row.<Double>getAs("hub_height_m"),
          row.<Double>getAs("rotor_diameter_m"),
          row.getAs("turbine"));
    }
    Double maxAngle = row.getAs("tracker_max_angle_deg");
    double azimuth = row.<Double>getAs("azimuth_deg");
    Mount mount =
        maxAngle == null
            ? new Mount.Fixed(row.<Double>getAs("tilt_deg"), azimuth)
            : new Mount.SingleAxisTracker(
                azimuth, maxAngle, row.<Double>getAs("ground_cover_ratio"));
    return new SolarSite(
        id, name, organisation, location, capacityKw, row.<Double>getAs("dc_capacity_kw"), mount);
  }

  private static float floatOf(Float value) {
    return value == null ? Float.NaN : value;
  }

  private static double doubleOf(Double value) {
    return value == null ? Double.NaN : value;
  }

  private static float[] floats(Row row, String column) {
    List<Float> boxed = row.getList(row.fieldIndex(column));
    float[] values = new float[boxed.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = floatOf(boxed.get(i));
    }
    return values;
  }
}
