package org.skywatt.features.job;

import static org.apache.spark.sql.functions.col;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.skywatt.core.sample.CapacityChange;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.sample.SatelliteSample;
import org.skywatt.core.site.Site;
import org.skywatt.core.table.Namespace;
import org.skywatt.core.table.Table;
import org.skywatt.core.time.AsOf;
import org.skywatt.features.view.KnownTerrain;
import org.skywatt.features.view.SiteHistory;
import scala.Tuple2;
import scala.Tuple4;

/** Gathers the sample tables by site: one {@link SiteHistory} a site, each within one task. */
public final class Histories implements SiteHistories {
  /** How far ahead of its reference time a run may reach: tables are cut by reference time. */
  static final Duration LONGEST_RUN = Duration.ofDays(40);

  private final SparkSession spark;
  private final Namespace namespace;

  public Histories(SparkSession spark, Namespace namespace) {
    this.spark = spark;
    this.namespace = namespace;
  }

  @Override
  public List<Site> sites(Instant asOf) {
    return sites(AsOf.micros(asOf));
  }

  /** All sites in their newest version, sorted by id. */
  public List<Site> sites() {
    return sites(Long.MAX_VALUE);
  }

  private List<Site> sites(long asOf) {
    return SiteParts.sites(rows(Table.SITES).collect().stream().map(Columns::of).toList(), asOf);
  }

  /**
   * Histories of {@code sites}, with records stamped from {@code from} to {@code to}; a record's
   * own availability is judged later, a view at a time.
   *
   * @param neighbours ids of the neighbours of each site, in the order of the features; empty lists
   *     for none
   */
  public JavaRDD<SiteHistory> of(
      List<Site> sites, Map<String, List<String>> neighbours, Instant from, Instant to) {
    Map<String, Site> byId = new TreeMap<>();
    sites.forEach(site -> byId.put(site.id().value(), site));
    Object[] ids = byId.keySet().toArray();
    Map<String, List<String>> askers = SiteParts.askers(byId.keySet(), neighbours);
    JavaPairRDD<String, NwpSample> nwp =
        rows(
                Table.NWP_SAMPLES,
                col("site_id").isin(askers.keySet().toArray()),
                col("init_time").between(from.minus(LONGEST_RUN), to),
                col("valid_time").between(from, to))
            .map(row -> RowSamples.nwp(Columns.of(row)))
            .flatMapToPair(
                sample ->
                    askers.get(sample.siteId()).stream()
                        .map(asker -> new Tuple2<>(asker, sample))
                        .iterator());
    JavaPairRDD<String, GenerationSample> generation =
        rows(Table.GENERATION, col("site_id").isin(ids).and(col("end_time").between(from, to)))
            .map(row -> RowSamples.generation(Columns.of(row)))
            .mapToPair(sample -> new Tuple2<>(sample.siteId(), sample));
    JavaPairRDD<String, SatelliteSample> satellite =
        rows(
                Table.SATELLITE_SAMPLES,
                col("site_id").isin(ids).and(col("scan_time").between(from, to)))
            .map(row -> RowSamples.satellite(Columns.of(row)))
            .mapToPair(sample -> new Tuple2<>(sample.siteId(), sample));
    JavaPairRDD<String, KnownTerrain> terrain =
        rows(Table.TERRAIN, col("site_id").isin(ids))
            .map(row -> SiteParts.terrain(Columns.of(row)))
            .mapToPair(known -> new Tuple2<>(known.sample().siteId(), known));
    Map<String, List<CapacityChange>> changes = capacityChanges(ids);
    int slices = Math.max(1, Math.min(sites.size(), 4 * spark.sparkContext().defaultParallelism()));
    // A site of which nothing was ever recorded still has a history, and gets a forecast.
    JavaPairRDD<String, String> all =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(new ArrayList<>(byId.keySet()))
            .mapToPair(id -> new Tuple2<>(id, id));
    return all.leftOuterJoin(nwp.cogroup(generation, satellite, terrain, slices))
        .map(
            group -> {
              var samples =
                  group._2._2.or(new Tuple4<>(List.of(), List.of(), List.of(), List.of()));
              return SiteParts.history(
                  byId.get(group._1),
                  neighbours.getOrDefault(group._1, List.of()),
                  samples._1(),
                  list(samples._2()),
                  list(samples._3()),
                  list(samples._4()),
                  changes.getOrDefault(group._1, List.of()));
            });
  }

  /** Changes of capacity by site: they are few, so they go along with each task. */
  public Map<String, List<CapacityChange>> capacityChanges(Object... sites) {
    Map<String, List<CapacityChange>> changes = new HashMap<>();
    if (!spark.catalog().tableExists(namespace.qualified(Table.CAPACITY_CHANGES))) {
      return changes; // made by an older version
    }
    rows(Table.CAPACITY_CHANGES, col("site_id").isin(sites))
        .map(row -> RowSamples.capacityChange(Columns.of(row)))
        .collect()
        .forEach(
            change ->
                changes.computeIfAbsent(change.siteId(), any -> new ArrayList<>()).add(change));
    return changes;
  }

  @Override
  public <T> List<T> collect(
      List<Site> sites,
      Map<String, List<String>> neighbours,
      Instant from,
      Instant to,
      FlatMapFunction<Iterator<SiteHistory>, T> work) {
    return of(sites, neighbours, from, to).mapPartitions(work).collect();
  }

  private static <T> List<T> list(Iterable<T> samples) {
    List<T> list = new ArrayList<>();
    samples.forEach(list::add);
    return list;
  }

  private JavaRDD<Row> rows(Table table, Column... conditions) {
    var rows = spark.table(namespace.qualified(table));
    for (Column condition : conditions) {
      rows = rows.filter(condition);
    }
    return rows.toJavaRDD();
  }
}
