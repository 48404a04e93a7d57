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
import org.skywatt.core.time.AsOf;
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
        .filter(col("site_id").isin(byId.keySet().toArray()))
        .toJavaRDD()
        .map(row -> RowSamples.generation(Columns.of(row)))
        .mapToPair(sample -> new Tuple2<>(sample.siteId(), sample))
        .groupByKey(Math.max(1, sites.size()))
        .flatMap(
            group ->
                series(group._2, asOf)
                    .map(series -> CapacityLevels.find(series, byId.get(group._1), asOf, least))
                    .orElse(List.of())
                    .iterator())
        .collect();
  }

  /** Those of {@link #find} that were not known at {@code asOf} already, about. */
  public List<CapacityChange> findNews(List<Site> sites, Instant asOf, double least) {
    List<CapacityChange> known = new ArrayList<>();
    Object[] ids = sites.stream().map(site -> site.id().value()).toArray();
    for (List<CapacityChange> changes :
        new Histories(spark, namespace).capacityChanges(ids).values()) {
      for (CapacityChange each : changes) {
        if (!each.availableAt().isAfter(asOf)) {
          known.add(each);
        }
      }
    }
    return CapacityLevels.news(find(sites, asOf, least), known);
  }

  /** Usable readings of the commonest length, as known at {@code asOf}; empty without any. */
  private static Optional<PowerSeries> series(Iterable<GenerationSample> samples, Instant asOf) {
    AsOf<Instant, GenerationSample> readings =
        AsOf.index(
            samples,
            GenerationSample::start,
            sample -> AsOf.micros(sample.availableAt()),
            GenerationSample.SAME_READING);
    Map<Instant, GenerationSample> known = new TreeMap<>();
    Map<Duration, Integer> lengths = new TreeMap<>();
    readings.forEach(
        (start, versions) ->
            versions
                .find(AsOf.micros(asOf))
                .ifPresent(
                    sample -> {
                      known.put(start, sample);
                      lengths.merge(length(sample), 1, Integer::sum);
                    }));
    Optional<Duration> step =
        lengths.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    if (step.isEmpty()) {
      return Optional.empty();
    }
    known.values().removeIf(sample -> !length(sample).equals(step.get()));
    long[] starts = new long[known.size()];
    double[] power = new double[starts.length];
    int row = 0;
    for (GenerationSample sample : known.values()) {
      starts[row] = sample.start().getEpochSecond();
      power[row++] = sample.isUsable() ? sample.powerKw() : Double.NaN;
    }
    return Optional.of(new PowerSeries(starts, power, step.get().toSeconds()));
  }

  private static Duration length(GenerationSample sample) {
    return Duration.between(sample.start(), sample.end());
  }
}
