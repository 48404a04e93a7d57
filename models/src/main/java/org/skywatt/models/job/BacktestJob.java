package org.skywatt.models.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import org.skywatt.models.train.Recipe;
import org.skywatt.models.train.SiteModel;
import org.skywatt.models.train.SiteModelTrainer;
import org.skywatt.models.train.TrainingRow;
import scala.Tuple2;

/**
 * Trains at an origin with what was known then, and forecasts the issues from the origin on: a
 * Spark task a group.
 */
public final class BacktestJob implements AutoCloseable {
  private final JavaRDD<SiteRows> sites;
  private final Recipe recipe;
  private final boolean climatologyByHour;
  private final int groups;

  /**
   * @param features rows of all issues, those before and those after the origins
   * @param climatologyByHour whether the reference climatology knows the hour of the day
   */
  public BacktestJob(
      SparkSession spark,
      Namespace namespace,
      Dataset<Row> features,
      List<Site> sites,
      Recipe recipe,
      boolean climatologyByHour) {
    this.sites =
        RowsOfSites.gather(spark, namespace, features, sites)
            .persist(StorageLevel.MEMORY_AND_DISK());
    this.recipe = recipe;
    this.climatologyByHour = climatologyByHour;
    this.groups = recipe.pooled() ? 1 : sites.size();
  }

  /**
   * Forecasts of all issues with {@code origin ≤ issueTime < until} by models fitted to labels
   * known at {@code origin}, sorted by site, issue and step.
   */
  public List<Prediction> run(Instant origin, Instant until) {
    Recipe shipped = recipe;
    boolean byHour = climatologyByHour;
    List<Prediction> predictions =
        new ArrayList<>(
            sites
                .flatMapToPair(
                    rows ->
                        rows.labelled(origin).stream()
                            .filter(row -> row.issueTime().isBefore(until))
                            .map(row -> new Tuple2<>(shipped.pooled() ? "" : row.siteId(), row))
                            .iterator())
                .groupByKey(groups)
                .flatMap(group -> forecast(group._2, origin, shipped, byHour).iterator())
                .collect());
    predictions.sort(Prediction.ORDER);
    return predictions;
  }

  private static List<Prediction> forecast(
      Iterable<TrainingRow> group, Instant origin, Recipe recipe, boolean byHour) {
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
    int persistence = Schemas.get(recipe.schema()).indexOf(GenerationFeatures.SMART_PERSISTENCE);
    List<Prediction> predictions = new ArrayList<>(future.size());
    SiteModel model = new SiteModelTrainer(recipe).train(past);
    double[][] percentiles = model.percentiles(future);
    for (int i = 0; i < percentiles.length; i++) {
      TrainingRow row = future.get(i);
      predictions.add(
          new Prediction(
              row.siteId(),
              row.issueTime(),
              row.validTime(),
              recipe.solar() && row.sunDown(),
              row.truth(),
              percentiles[i],
              persistence < 0 ? Double.NaN : row.features()[persistence],
              climatology.forecast(row.siteId(), row.validTime())));
    }
    return predictions;
  }

  @Override
  public void close() {
    sites.unpersist(false);
  }
}
