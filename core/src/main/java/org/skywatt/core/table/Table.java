package org.skywatt.core.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.skywatt.core.variable.Variable;

/**
 * The tables. Sample tables are append-only: a row whose key is there already is never written
 * again, so that ingesting the same file twice changes nothing.
 */
public enum Table {
  SITES(
      List.of("site_id", "available_at"),
      "",
      column("site_id", "STRING"),
      column("name", "STRING"),
      column("organisation", "STRING"),
      column("technology", "STRING"),
      column("latitude", "DOUBLE"),
      column("longitude", "DOUBLE"),
      column("elevation_m", "DOUBLE"),
      column("capacity_kw", "DOUBLE"),
      column("dc_capacity_kw", "DOUBLE"),
      column("tilt_deg", "DOUBLE"),
      column("azimuth_deg", "DOUBLE"),
      column("tracker_max_angle_deg", "DOUBLE"),
      column("ground_cover_ratio", "DOUBLE"),
      column("hub_height_m", "DOUBLE"),
      column("rotor_diameter_m", "DOUBLE"),
      column("turbine", "STRING"),
      column("available_at", "TIMESTAMP"),
      column("ingested_at", "TIMESTAMP")),
  NWP_SAMPLES(
      List.of("site_id", "source", "member", "init_time", "valid_time", "available_at"),
      "months(init_time)",
      nwpColumns()),
  SATELLITE_SAMPLES(
      List.of("site_id", "source", "scan_time", "available_at"),
      "months(scan_time)",
      column("site_id", "STRING"),
      column("source", "STRING"),
      column("scan_time", "TIMESTAMP"),
      column("available_at", "TIMESTAMP"),
      column("ingested_at", "TIMESTAMP"),
      column("cloud_index", "FLOAT"),
      column("surroundings", "ARRAY<FLOAT>"),
      column("outlook", "ARRAY<FLOAT>"),
      column("outlook_spread", "ARRAY<FLOAT>"),
      column("motion_east_ms", "FLOAT"),
      column("motion_north_ms", "FLOAT"),
      column("motion_confidence", "FLOAT"),
      column("cloud_trend_per_hour", "FLOAT"),
      column("cloud_variability", "FLOAT"),
      column("cloud_texture", "FLOAT")),
  TERRAIN(
      List.of("site_id", "source", "available_at"),
      "",
      column("site_id", "STRING"),
      column("source", "STRING"),
      column("available_at", "TIMESTAMP"),
      column("ingested_at", "TIMESTAMP"),
      column("elevation_m", "DOUBLE"),
      column("slope_deg", "DOUBLE"),
      column("aspect_deg", "DOUBLE"),
      column("relative_elevation_m", "DOUBLE"),
      column("horizon_deg", "ARRAY<FLOAT>"),
      column("sky_view", "DOUBLE"),
      column("relative_elevation_500_m", "DOUBLE"),
      column("relative_elevation_2000_m", "DOUBLE"),
      column("relative_elevation_10000_m", "DOUBLE"),
      column("roughness_500_m", "DOUBLE"),
      column("roughness_2000_m", "DOUBLE"),
      column("roughness_10000_m", "DOUBLE"),
      column("exposure_m", "ARRAY<FLOAT>"),
      column("coast_m", "DOUBLE")),
  GENERATION(
      List.of("site_id", "end_time", "available_at"),
      "months(end_time)",
      column("site_id", "STRING"),
      column("start_time", "TIMESTAMP"),
      column("end_time", "TIMESTAMP"),
      column("available_at", "TIMESTAMP"),
      column("ingested_at", "TIMESTAMP"),
      column("power_kw", "DOUBLE"),
      column("flags", "INT")),
  CAPACITY_CHANGES(
      List.of("site_id", "effective_from", "available_at"),
      "",
      column("site_id", "STRING"),
      column("effective_from", "TIMESTAMP"),
      column("available_at", "TIMESTAMP"),
      column("ingested_at", "TIMESTAMP"),
      column("level", "DOUBLE"),
      column("confidence", "DOUBLE"),
      column("reason", "STRING")),
  FEATURES(
      List.of("dataset", "site_id", "issue_time", "valid_time"),
      "dataset",
      column("dataset", "STRING"),
      column("schema_hash", "STRING"),
      column("site_id", "STRING"),
      column("issue_time", "TIMESTAMP"),
      column("valid_time", "TIMESTAMP"),
      column("input_tier", "STRING"),
      column("sun_down", "BOOLEAN"),
      column("features", "ARRAY<FLOAT>")),
  INGEST_LOG(
      List.of("sha256", "source"),
      "",
      column("sha256", "STRING"),
      column("source", "STRING"),
      column("file", "STRING"),
      column("bytes", "BIGINT"),
      column("rows", "BIGINT"),
      column("refused", "BIGINT"),
      column("available_at", "TIMESTAMP"),
      column("ingested_at", "TIMESTAMP"));

  private final List<String> key;
  private final String partitioning;
  private final List<Column> columns;

  Table(List<String> key, String partitioning, Column... columns) {
    this.key = key;
    this.partitioning = partitioning;
    this.columns = List.of(columns);
  }

  /** Lower-case name within a namespace. */
  public String tableName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Columns that tell a row from every other. */
  public List<String> key() {
    return key;
  }

  public List<Column> columns() {
    return columns;
  }

  /**
   * Partition transforms as Iceberg's SQL writes them; empty for none. Live runs lie by the day,
   * those of archives by the month.
   */
  public String partitioning(Namespace namespace) {
    return this == NWP_SAMPLES && namespace.equals(Namespace.LIVE)
        ? partitioning.replace("months(", "days(")
        : partitioning;
  }

  /** Columns by which rows are sorted within files: a site's samples lie together, by time. */
  public List<String> order() {
    return key.contains("available_at") ? key : List.of();
  }

  private static Column column(String name, String sqlType) {
    return new Column(name, sqlType);
  }

  private static Column[] nwpColumns() {
    List<Column> columns = new ArrayList<>();
    columns.add(column("site_id", "STRING"));
    columns.add(column("source", "STRING"));
    columns.add(column("member", "INT"));
    columns.add(column("init_time", "TIMESTAMP"));
    columns.add(column("valid_time", "TIMESTAMP"));
    columns.add(column("available_at", "TIMESTAMP"));
    columns.add(column("ingested_at", "TIMESTAMP"));
    columns.add(column("implausible", "BIGINT"));
    for (Variable variable : Variable.values()) {
      columns.add(column(variable.column(), "FLOAT"));
    }
    return columns.toArray(Column[]::new);
  }
}
