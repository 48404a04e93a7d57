package org.skywatt.models.job;

import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.skywatt.core.site.Site;
import org.skywatt.core.table.Namespace;
import org.skywatt.models.bundle.ModelBundle;
import org.skywatt.models.evaluate.WeatherClass;
import org.skywatt.models.reference.BesideRows;
import org.skywatt.models.reference.References;
import org.skywatt.models.train.ModelSize;
import org.skywatt.models.train.Recipe;
import org.skywatt.models.train.SiteModel;
import org.skywatt.models.train.SiteModelTrainer;
import org.skywatt.models.train.TrainingRow;
import scala.Tuple2;

/**
 * Forecasts blocks of issues as they would have been forecast: the model of a block is trained in
 * one task, then every site is forecast in a task of its own, beside baselines that are fitted to
 * what was known when the block begins. Nothing but rows of one site is ever in one place, except
 * for what a pooled model learns from.
 */
public final class RollingJob implements AutoCloseable {
  private final SparkSession spark;
  private final JavaRDD<SiteRows> sites;

  /**
   * @param features rows of all issues, those before and those of the blocks
   */
  public RollingJob(
      SparkSession spark, Namespace namespace, Dataset<Row> features, List<Site> sites) {
    this.spark = spark;
    this.sites =
        RowsOfSites.gather(spark, namespace, features, sites)
            .persist(StorageLevel.MEMORY_AND_DISK());
  }

  /**
   * Trains a model on what was known at {@code origin}.
   *
   * @param full recipe of the full size
   * @throws IllegalArgumentException if the recipe makes a model a site
   */
  public ModelBundle.Shipped train(Recipe full, ModelSize size, Instant origin) {
    Recipe recipe = size.of(full);
    if (!recipe.pooled()) {
      throw new IllegalArgumentException("recipe " + recipe.name() + " is not one model for all");
    }
    return sites
        .flatMapToPair(
            rows ->
                rows.labelled(origin).stream()
                    .filter(row -> row.issueTime().isBefore(origin))
                    .map(row -> new Tuple2<>("", row))
                    .iterator())
        .groupByKey(1)
        .map(group -> train(recipe, size, group._2))
        .first();
  }

  private static ModelBundle.Shipped train(
      Recipe recipe, ModelSize size, Iterable<TrainingRow> group) {
    List<TrainingRow> rows = new ArrayList<>();
    group.forEach(rows::add);
    SiteModel model = new SiteModelTrainer(recipe).train(size.learnedFrom(rows));
    return new ModelBundle.Shipped(
        recipe.schema(),
        recipe.solar(),
        recipe.levels(),
        model.booster().toBytes(),
        model.calibration());
  }

  /**
   * Forecasts of all issues with {@code origin ≤ issueTime < until}, rows of {@link StepRows};
   * those of a site and issue follow each other in order of time.
   *
   * @param model fitted to nothing that became known after {@code origin}
   * @param adjusts whether forecasts are moved for the errors of those before them in the block
   */
  public Dataset<Row> forecast(
      ModelBundle.Shipped model, Instant origin, Instant until, boolean adjusts) {
    Block block = new Block(model, origin, until, adjusts);
    return spark.createDataFrame(sites.flatMap(block::rows), StepRows.COLUMNS);
  }

  /** One block, in a task. */
  private record Block(ModelBundle.Shipped model, Instant origin, Instant until, boolean adjusts)
      implements Serializable {
    Iterator<Row> rows(SiteRows rows) throws IOException {
      List<TrainingRow> past = new ArrayList<>();
      List<TrainingRow> future = new ArrayList<>();
      for (TrainingRow row : rows.labelled(origin)) {
        if (row.issueTime().isBefore(origin)) {
          past.add(row);
        } else if (row.issueTime().isBefore(until)) {
          future.add(row);
        }
      }
      future.sort(StepRows.ORDER);
      double[][] percentiles = model.load().percentiles(future);
      if (adjusts) {
        new AdjustedBlock(future, percentiles, rows.metered()).apply(percentiles);
      }
      double[][][] baselines =
          BesideRows.of(References.of(model.schemaName(), model.solar()), past, future);
      WeatherClass weather = new WeatherClass(model.schemaName(), model.solar());
      List<Row> made = new ArrayList<>(future.size());
      for (int i = 0; i < percentiles.length; i++) {
        TrainingRow row = future.get(i);
        made.add(
            StepRows.row(
                row,
                model.solar() && row.sunDown(),
                weather.of(row.features()),
                percentiles[i],
                baselines[i]));
      }
      return made.iterator();
    }
  }

  @Override
  public void close() {
    sites.unpersist(false);
  }
}
