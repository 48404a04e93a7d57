package org.skywatt.features.job;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.skywatt.core.sample.CapacityChange;
import org.skywatt.core.sample.CloudOutlook;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.sample.Relief;
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

  public static NwpSample nwp(Columns row) {
    float[] values = new float[Variable.COUNT];
    for (Variable variable : Variable.values()) {
      float value = floatOf(row.get(variable.column()));
      values[variable.ordinal()] = variable.isPlausible(value) ? value : Float.NaN;
    }
    return new NwpSample(
        (String) row.get("site_id"),
        (String) row.get("source"),
        (Integer) row.get("member"),
        (Instant) row.get("init_time"),
        (Instant) row.get("valid_time"),
        (Instant) row.get("available_at"),
        values);
  }

  public static SatelliteSample satellite(Columns row) {
    return new SatelliteSample(
        (String) row.get("site_id"),
        (String) row.get("source"),
        (Instant) row.get("scan_time"),
        (Instant) row.get("available_at"),
        floatOf(row.get("cloud_index")),
        floats(row, "surroundings"),
        outlook(row));
  }

  private static CloudOutlook outlook(Columns row) {
    if (row.get("outlook") == null) {
      return CloudOutlook.NONE; // of rows from before the column
    }
    return new CloudOutlook(
        floats(row, "outlook"),
        floats(row, "outlook_spread"),
        floatOf(row.get("motion_east_ms")),
        floatOf(row.get("motion_north_ms")),
        floatOf(row.get("motion_confidence")),
        floatOf(row.get("cloud_trend_per_hour")),
        floatOf(row.get("cloud_variability")),
        floatOf(row.get("cloud_texture")));
  }

  public static TerrainSample terrain(Columns row) {
    return new TerrainSample(
        (String) row.get("site_id"),
        doubleOf(row.get("elevation_m")),
        doubleOf(row.get("slope_deg")),
        doubleOf(row.get("aspect_deg")),
        doubleOf(row.get("relative_elevation_m")),
        floats(row, "horizon_deg"),
        doubleOf(row.get("sky_view")),
        relief(row));
  }

  private static Relief relief(Columns row) {
    double[] relative = new double[Relief.RADII_M.size()];
    double[] roughness = new double[Relief.RADII_M.size()];
    for (int i = 0; i < relative.length; i++) {
      relative[i] = doubleOf(row.get("relative_elevation_" + Relief.RADII_M.get(i) + "_m"));
      roughness[i] = doubleOf(row.get("roughness_" + Relief.RADII_M.get(i) + "_m"));
    }
    float[] exposure = new float[Relief.SECTORS];
    Arrays.fill(exposure, Float.NaN); // of rows from before the column
    if (row.get("exposure_m") != null) {
      exposure = floats(row, "exposure_m");
    }
    return new Relief(relative, roughness, exposure, doubleOf(row.get("coast_m")));
  }

  /** A row of the generation table. */
  public static GenerationSample generation(Columns row) {
    return new GenerationSample(
        (String) row.get("site_id"),
        (Instant) row.get("start_time"),
        (Instant) row.get("end_time"),
        (Instant) row.get("available_at"),
        doubleOf(row.get("power_kw")),
        (Integer) row.get("flags"));
  }

  /** A row of the table of capacity changes. */
  public static CapacityChange capacityChange(Columns row) {
    return new CapacityChange(
        (String) row.get("site_id"),
        (Instant) row.get("effective_from"),
        (Instant) row.get("available_at"),
        (Double) row.get("level"),
        (Double) row.get("confidence"),
        (String) row.get("reason"));
  }

  /** A row of the sites table. */
  public static Site site(Columns row) {
    SiteId id = new SiteId((String) row.get("site_id"));
    String name = (String) row.get("name");
    String organisation = (String) row.get("organisation");
    Location location =
        new Location(
            (Double) row.get("latitude"),
            (Double) row.get("longitude"),
            (Double) row.get("elevation_m"));
    double capacityKw = (Double) row.get("capacity_kw");
    if ("wind".equals((String) row.get("technology"))) {
      return new WindSite(
          id,
          name,
          organisation,
          location,
          capacityKw,
          (Double) row.get("hub_height_m"),
          (Double) row.get("rotor_diameter_m"),
          (String) row.get("turbine"));
    }
    Double maxAngle = (Double) row.get("tracker_max_angle_deg");
    double azimuth = (Double) row.get("azimuth_deg");
    Mount mount =
        maxAngle == null
            ? new Mount.Fixed((Double) row.get("tilt_deg"), azimuth)
            : new Mount.SingleAxisTracker(
                azimuth, maxAngle, (Double) row.get("ground_cover_ratio"));
    return new SolarSite(
        id, name, organisation, location, capacityKw, (Double) row.get("dc_capacity_kw"), mount);
  }

  private static float floatOf(Object value) {
    return value == null ? Float.NaN : (Float) value;
  }

  private static double doubleOf(Object value) {
    return value == null ? Double.NaN : (Double) value;
  }

  private static float[] floats(Columns row, String column) {
    List<?> boxed = (List<?>) row.get(column);
    float[] values = new float[boxed.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = floatOf(boxed.get(i));
    }
    return values;
  }
}
