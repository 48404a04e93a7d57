package org.skywatt.features.job;

import static org.apache.spark.sql.functions.col;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
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
public final class Histories {
  private final SparkSession spark;
  private final Namespace namespace;

  public Histories(SparkSession spark, Namespace namespace) {
    this.spark = spark;
    this.namespace = namespace;
  }

  /** Sites as known at {@code asOf}, sorted by id. */
  public List<Site> sites(Instant asOf) {
    return sites(AsOf.micros(asOf));
  }

  /** All sites in their newest version, sorted by id. */
  public List<Site> sites() {
    return sites(Long.MAX_VALUE);
  }

  private List<Site> sites(long asOf) {
    List<Row> rows = rows(Table.SITES).collect();
    AsOf<String, Row> known =
        AsOf.index(
            rows,
            row -> row.getAs("site_id"),
            row -> AsOf.micros(row.<Instant>getAs("available_at")),
            Comparator.comparing((Row row) -> row.<Instant>getAs("ingested_at")));
    return rows.stream()
        .map(row -> row.<String>getAs("site_id"))
        .distinct()
        .sorted()
        .flatMap(id -> known.find(id, asOf).stream())
        .map(RowSamples::site)
        .toList();
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
    JavaPairRDD<String, NwpSample> nwp =
        rows(Table.NWP_SAMPLES, col("valid_time").between(from, to))
            .map(RowSamples::nwp)
            .flatMapToPair(sample -> askers(sample, byId, neighbours).iterator());
    JavaPairRDD<String, GenerationSample> generation =
        rows(Table.GENERATION, col("site_id").isin(ids).and(col("end_time").between(from, to)))
            .map(RowSamples::generation)
            .mapToPair(sample -> new Tuple2<>(sample.siteId(), sample));
    JavaPairRDD<String, SatelliteSample> satellite =
        rows(
                Table.SATELLITE_SAMPLES,
                col("site_id").isin(ids).and(col("scan_time").between(from, to)))
            .map(RowSamples::satellite)
            .mapToPair(sample -> new Tuple2<>(sample.siteId(), sample));
    JavaPairRDD<String, KnownTerrain> terrain =
        rows(Table.TERRAIN, col("site_id").isin(ids))
            .map(
                row ->
                    new KnownTerrain(
                        row.getAs("source"),
                        row.<Instant>getAs("available_at"),
                        RowSamples.terrain(row)))
            .mapToPair(known -> new Tuple2<>(known.sample().siteId(), known));
    int slices = Math.max(1, Math.min(sites.size(), 4 * spark.sparkContext().defaultParallelism()));
    // A site of which nothing was ever recorded still has a history, and gets a forecast.
    JavaPairRDD<String, String> all =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(new ArrayList<>(byId.keySet()))
            .mapToPair(id -> new Tuple2<>(id, id));
    return all.leftOuterJoin(nwp.cogroup(generation, satellite, terrain, slices))
        .map(
            group ->
                history(
                    byId.get(group._1),
                    neighbours,
                    group._2._2.or(new Tuple4<>(List.of(), List.of(), List.of(), List.of()))));
  }

  /** The sites that need {@code sample}: its own, and those it is a neighbour of. */
  private static List<Tuple2<String, NwpSample>> askers(
      NwpSample sample, Map<String, Site> sites, Map<String, List<String>> neighbours) {
    List<Tuple2<String, NwpSample>> pairs = new ArrayList<>();
    for (String id : sites.keySet()) {
      if (id.equals(sample.siteId())
          || neighbours.getOrDefault(id, List.of()).contains(sample.siteId())) {
        pairs.add(new Tuple2<>(id, sample));
      }
    }
    return pairs;
  }

  private static SiteHistory history(
      Site site,
      Map<String, List<String>> neighbours,
      Tuple4<
              Iterable<NwpSample>,
              Iterable<GenerationSample>,
              Iterable<SatelliteSample>,
              Iterable<KnownTerrain>>
          samples) {
    String id = site.id().value();
    List<String> others = neighbours.getOrDefault(id, List.of());
    List<NwpSample> own = new ArrayList<>();
    List<List<NwpSample>> around = new ArrayList<>();
    others.forEach(other -> around.add(new ArrayList<>()));
    for (NwpSample sample : samples._1()) {
      if (sample.siteId().equals(id)) {
        own.add(sample);
      }
      int index = others.indexOf(sample.siteId());
      if (index >= 0) {
        around.get(index).add(sample);
      }
    }
    List<GenerationSample> generation = new ArrayList<>();
    samples._2().forEach(generation::add);
    List<SatelliteSample> satellite = new ArrayList<>();
    samples._3().forEach(satellite::add);
    List<KnownTerrain> terrain = new ArrayList<>();
    samples._4().forEach(terrain::add);
    return new SiteHistory(site, own, around, generation, satellite, terrain);
  }

  private JavaRDD<Row> rows(Table table, Column... conditions) {
    var rows = spark.table(namespace.qualified(table));
    for (Column condition : conditions) {
      rows = rows.filter(condition);
    }
    return rows.toJavaRDD();
  }
}
