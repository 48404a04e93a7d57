package org.skywatt.cli.pipeline;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.skywatt.cli.Sessions;
import org.skywatt.core.site.Site;
import org.skywatt.core.table.Namespace;
import org.skywatt.core.table.Table;
import org.skywatt.core.variable.Variable;
import org.skywatt.features.job.FeatureJob;
import org.skywatt.features.job.Histories;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.schema.Feature;
import org.skywatt.features.schema.FeatureSchema;
import org.skywatt.features.schema.Schemas;
import org.skywatt.ingest.job.Warehouse;

/**
 * The as-of law through the real tables and the real feature job: what became known after an issue
 * time has no effect on its features, to the last bit; what was known has.
 */
class LeakageTest {
  private static SparkSession spark;

  @BeforeAll
  static void open() throws IOException {
    spark = Sessions.open(World.get().home());
  }

  @AfterAll
  static void close() throws IOException {
    spark.close();
  }

  /** By day, on the hour; and between two hours, when a run and scans have just come in. */
  @Test
  void whatBecameKnownLaterChangesNoBit() throws Exception {
    assertNoLeak("later_a", Instant.parse("2026-06-15T11:00:00Z"));
    assertNoLeak("later_b", Instant.parse("2026-06-18T15:10:00Z"));
  }

  private static void assertNoLeak(String name, Instant issueTime) throws Exception {
    Namespace changed = new Namespace(name);
    Column later = col("available_at").gt(lit(issueTime));
    Warehouse warehouse = new Warehouse(spark, changed);
    warehouse.createTables();
    Instant justAfter = issueTime.plus(1, ChronoUnit.MICROS);
    for (Table table : samples()) {
      Dataset<Row> rows = new Warehouse(spark, Namespace.LIVE).read(table);
      Dataset<Row> known = rows.filter(not(later));
      assertThat(known.count()).as("known rows of %s", table).isPositive();
      Dataset<Row> corrections =
          changed(table, known, lit(true)).withColumn("available_at", lit(justAfter));
      changed(table, rows, later)
          .unionByName(corrections)
          .writeTo(changed.qualified(table))
          .append();
    }
    for (FeatureSchema schema : List.of(Schemas.SOLAR, Schemas.WIND)) {
      Map<String, int[]> before = features(Namespace.LIVE, schema, issueTime);
      Map<String, int[]> after = features(changed, schema, issueTime);
      assertThat(after.keySet()).isEqualTo(before.keySet());
      before.forEach((row, bits) -> assertThat(after.get(row)).as(row).isEqualTo(bits));
    }
  }

  /** Else the test above would pass for features that see nothing. */
  @Test
  void whatWasKnownShows() throws Exception {
    Instant issueTime = Instant.parse("2026-06-15T11:00:00Z");
    Namespace changed = new Namespace("earlier");
    new Warehouse(spark, changed).createTables();
    for (Table table : samples()) {
      Dataset<Row> rows = new Warehouse(spark, Namespace.LIVE).read(table);
      Instant newest =
          rows.filter(col("available_at").leq(lit(issueTime)))
              .agg(functions.max("available_at"))
              .first()
              .getAs(0);
      Column isNewest = table == Table.SITES ? lit(false) : col("available_at").equalTo(newest);
      changed(table, rows, isNewest).writeTo(changed.qualified(table)).append();
    }
    assertThat(shown(changed, Schemas.SOLAR, issueTime))
        .contains(
            Feature.Source.NWP,
            Feature.Source.SATELLITE,
            Feature.Source.GENERATION,
            Feature.Source.TERRAIN)
        .doesNotContain(Feature.Source.TIME, Feature.Source.SITE);
    assertThat(shown(changed, Schemas.WIND, issueTime))
        .contains(Feature.Source.NWP, Feature.Source.GENERATION, Feature.Source.TERRAIN)
        .doesNotContain(Feature.Source.TIME, Feature.Source.SITE);
  }

  /** Sources of the features that differ between the live tables and {@code changed}. */
  private static Set<Feature.Source> shown(
      Namespace changed, FeatureSchema schema, Instant issueTime) {
    Map<String, int[]> before = features(Namespace.LIVE, schema, issueTime);
    Map<String, int[]> after = features(changed, schema, issueTime);
    Set<Feature.Source> sources = EnumSet.noneOf(Feature.Source.class);
    before.forEach(
        (row, bits) -> {
          for (int i = 0; i < schema.size(); i++) {
            if (bits[i] != after.get(row)[i]) {
              sources.addAll(schema.features().get(i).sources());
            }
          }
        });
    return sources;
  }

  private static List<Table> samples() {
    return List.of(
        Table.SITES, Table.NWP_SAMPLES, Table.SATELLITE_SAMPLES, Table.TERRAIN, Table.GENERATION);
  }

  /** {@code rows} with other values where {@code condition} holds. */
  private static Dataset<Row> changed(Table table, Dataset<Row> rows, Column condition) {
    Dataset<Row> changed = rows;
    switch (table) {
      case SITES -> changed = with(changed, condition, "capacity_kw", col("capacity_kw").plus(7));
      case NWP_SAMPLES -> {
        for (Variable variable : Variable.values()) {
          changed = with(changed, condition, variable.column(), col(variable.column()).plus(5));
        }
      }
      case SATELLITE_SAMPLES -> {
        changed = with(changed, condition, "cloud_index", lit(1).minus(col("cloud_index")));
        Column around = expr("transform(surroundings, x -> cast(1 - x as float))");
        changed = with(changed, condition, "surroundings", around);
      }
      case TERRAIN -> {
        Column horizon = expr("transform(horizon_deg, x -> cast(x + 4 as float))");
        changed = with(changed, condition, "horizon_deg", horizon);
        for (String column : List.of("sky_view", "slope_deg", "relative_elevation_m")) {
          changed = with(changed, condition, column, col(column).multiply(0.7).plus(1));
        }
      }
      case GENERATION ->
          changed = with(changed, condition, "power_kw", col("power_kw").multiply(2).plus(1));
      default -> throw new IllegalArgumentException(table.toString());
    }
    return changed;
  }

  private static Dataset<Row> with(
      Dataset<Row> rows, Column condition, String column, Column other) {
    Column same = col(column);
    return rows.withColumn(
        column,
        when(condition, other.cast(rows.schema().apply(column).dataType())).otherwise(same));
  }

  /** Bits of the features by site and step, with tier and darkness told by the row's name. */
  private static Map<String, int[]> features(
      Namespace namespace, FeatureSchema schema, Instant issueTime) {
    List<Site> sites =
        new Histories(spark, namespace)
            .sites(issueTime).stream()
                .filter(site -> site.technology().equals(schema.name()))
                .toList();
    Map<String, int[]> rows = new TreeMap<>();
    List<Issue> issues = List.of(new Issue(issueTime, Duration.ofHours(1), 36));
    for (Row row :
        new FeatureJob(spark, namespace)
            .rows("leakage", schema, sites, Map.of(), issues)
            .collectAsList()) {
      String name =
          row.getAs("site_id")
              + " "
              + row.getAs("valid_time")
              + " "
              + row.getAs("input_tier")
              + " "
              + row.getAs("sun_down");
      float[] values = new float[schema.size()];
      List<Float> boxed = row.getList(row.fieldIndex("features"));
      for (int i = 0; i < values.length; i++) {
        values[i] = boxed.get(i);
      }
      rows.put(name, bits(values));
    }
    assertThat(rows).hasSize(sites.size() * 36);
    return rows;
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
    return bits;
  }
}
