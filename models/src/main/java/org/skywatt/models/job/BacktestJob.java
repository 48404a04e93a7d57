package org.skywatt.models.job;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.skywatt.core.site.Site;
import org.skywatt.core.table.Namespace;
import org.skywatt.features.schema.GenerationFeatures;
import org.skywatt.features.schema.Schemas;
import org.skywatt.models.baseline.QuantileClimatology;
import org.skywatt.models.evaluate.WeatherClass;
import org.skywatt.models.reference.BesideRows;
import org.skywatt.models.train.Blend;
import org.skywatt.models.train.Learner;
import org.skywatt.models.train.TrainingRow;
import scala.Tuple2;

/**
 * Trains at an origin with what was known then, and forecasts the issues from the origin on: a
 * Spark task a member of the blend and group of sites.
 */
public final class BacktestJob implements AutoCloseable {
  private static final String ALL_SITES = "";

  private final JavaRDD<SiteRows> sites;
  private final Blend blend;
  private final boolean climatologyByHour;
  private final int groups;
  private final List<Learner> references;

  private record Group(int member, String siteId) implements Serializable {}

  /**
   * @param features rows of all issues, those before and those after the origins
   * @param climatologyByHour whether the reference climatology knows the hour of the day
   */
  public BacktestJob(
      SparkSession spark,
      Namespace namespace,
      Dataset<Row> features,
      List<Site> sites,
      Blend blend,
      boolean climatologyByHour) {
    this(spark, namespace, features, sites, blend, climatologyByHour, List.of());
  }

  /**
   * @param references baselines, fitted and told what the members are
   */
  public BacktestJob(
      SparkSession spark,
      Namespace namespace,
      Dataset<Row> features,
      List<Site> sites,
      Blend blend,
      boolean climatologyByHour,
      List<Learner> references) {
    this.references = new ArrayList<>(references);
    this.sites =
        RowsOfSites.gather(spark, namespace, features, sites)
            .persist(StorageLevel.MEMORY_AND_DISK());
    this.blend = blend;
    this.climatologyByHour = climatologyByHour;
    this.groups =
        blend.members().stream()
            .mapToInt(member -> member.learner().pooled() ? 1 : sites.size())
            .sum();
  }

  /**
   * Forecasts of all issues with {@code origin ≤ issueTime < until} by models fitted to labels
   * known at {@code origin}, sorted by site, issue and step.
   */
  public List<Prediction> run(Instant origin, Instant until) {
    Blend shipped = blend;
    boolean byHour = climatologyByHour;
    List<Learner> compared = references;
    List<Tuple2<Integer, List<Prediction>>> learned =
        sites
            .flatMapToPair(
                rows ->
                    rows.labelled(origin).stream()
                        .filter(row -> row.issueTime().isBefore(until))
                        .flatMap(row -> copies(row, shipped))
                        .iterator())
            .groupByKey(groups)
            .map(
                group ->
                    new Tuple2<>(
                        group._1.member,
                        forecast(
                            group._2,
                            origin,
                            shipped.members().get(group._1.member).learner(),
                            byHour,
                            group._1.member == 0 ? compared : List.of())))
            .collect();
    return Blended.of(blend, learned);
  }

  /** A row for each member, in the group that the member puts it into. */
  private static Stream<Tuple2<Group, TrainingRow>> copies(TrainingRow row, Blend blend) {
    return IntStream.range(0, blend.members().size())
        .mapToObj(
            member -> {
              boolean pooled = blend.members().get(member).learner().pooled();
              return new Tuple2<>(new Group(member, pooled ? ALL_SITES : row.siteId()), row);
            });
  }

  /**
   * Forecasts of the rows issued from {@code origin} on by what {@code learner} makes of the rest.
   */
  static List<Prediction> forecast(
      Iterable<TrainingRow> group, Instant origin, Learner learner, boolean byHour) {
    return forecast(group, origin, learner, byHour, List.of());
  }

  /**
   * @param references only the first member's predictions need to stand beside them
   */
  private static List<Prediction> forecast(
      Iterable<TrainingRow> group,
      Instant origin,
      Learner learner,
      boolean byHour,
      List<Learner> references) {
    List<TrainingRow> past = new ArrayList<>();
    List<TrainingRow> future = new ArrayList<>();
    QuantileClimatology climatology = new QuantileClimatology(byHour);
    for (TrainingRow row : group) {
      if (row.issueTime().isBefore(origin)) {
        past.add(row);
        climatology.add(row.siteId(), row.validTime(), row.label());
      } else {
        future.add(row);
      }
    }
    int persistence = Schemas.get(learner.schema()).indexOf(GenerationFeatures.SMART_PERSISTENCE);
    List<Prediction> predictions = new ArrayList<>(future.size());
    double[][] percentiles = learner.learn(past).percentiles(future);
    double[][][] baselines = BesideRows.of(references, past, future);
    WeatherClass weather = new WeatherClass(learner.schema(), learner.solar());
    for (int i = 0; i < percentiles.length; i++) {
      TrainingRow row = future.get(i);
      predictions.add(
          new Prediction(
              row.siteId(),
              row.issueTime(),
              row.validTime(),
              learner.solar() && row.sunDown(),
              row.truth(),
              percentiles[i],
              persistence < 0 ? Double.NaN : row.features()[persistence],
              climatology.forecast(row.siteId(), row.validTime()),
              row.tier().text(),
              weather.of(row.features()),
              baselines[i]));
    }
    return predictions;
  }

  @Override
  public void close() {
    sites.unpersist(false);
  }
}
