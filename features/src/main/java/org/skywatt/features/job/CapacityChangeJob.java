package org.skywatt.features.job;

import static org.apache.spark.sql.functions.col;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.skywatt.core.sample.CapacityChange;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.site.Site;
import org.skywatt.core.table.Namespace;
import org.skywatt.core.table.Table;
import org.skywatt.features.quality.CapacityLevels;
import org.skywatt.features.quality.PowerSeries;
import scala.Tuple2;

/** Finds changes of what plants can give in their generation, a Spark task a site. */
public final class CapacityChangeJob {
  private final SparkSession spark;
  private final Namespace namespace;

  public CapacityChangeJob(SparkSession spark, Namespace namespace) {
    this.spark = spark;
    this.namespace = namespace;
  }

  /**
   * The changes that generation known at {@code asOf} shows, known from then on.
   *
   * @param least confidence of a change that is taken
   */
  public List<CapacityChange> find(List<Site> sites, Instant asOf, double least) {
    Map<String, Site> byId = new HashMap<>();
    sites.forEach(site -> byId.put(site.id().value(), site));
    return spark
        .table(namespace.qualified(Table.GENERATION))
        .filter(col("site_id").isin(byId.keySet().toArray()).and(col("available_at").leq(asOf)))
        .toJavaRDD()
        .map(row -> RowSamples.generation(Columns.of(row)))
        .mapToPair(sample -> new Tuple2<>(sample.siteId(), sample))
        .groupByKey(Math.max(1, sites.size()))
        .flatMap(
            group ->
                series(group._2)
                    .map(series -> CapacityLevels.find(series, byId.get(group._1), asOf, least))
                    .orElse(List.of())
                    .iterator())
        .collect();
  }

  /** Usable readings of the commonest length; empty without any. */
  private static Optional<PowerSeries> series(Iterable<GenerationSample> samples) {
    Map<Instant, GenerationSample> newest = new TreeMap<>();
    Map<Duration, Integer> lengths = new HashMap<>();
    for (GenerationSample each : samples) {
      lengths.merge(Duration.between(each.start(), each.end()), 1, Integer::sum);
      newest.merge(each.start(), each, (a, b) -> b.availableAt().isAfter(a.availableAt()) ? b : a);
    }
    Optional<Duration> step =
        lengths.entrySet().stream()
            .max(
                Map.Entry.<Duration, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey);
    if (step.isEmpty()) {
      return Optional.empty();
    }
    List<GenerationSample> rows = new ArrayList<>();
    for (GenerationSample each : newest.values()) {
      if (Duration.between(each.start(), each.end()).equals(step.get())) {
        rows.add(each);
      }
    }
    long[] starts = new long[rows.size()];
    double[] power = new double[rows.size()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = rows.get(i).start().getEpochSecond();
      power[i] = rows.get(i).isUsable() ? rows.get(i).powerKw() : Double.NaN;
    }
    return Optional.of(new PowerSeries(starts, power, step.get().toSeconds()));
  }
}
