package org.skywatt.cli.backtest;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.skywatt.cli.UsageException;
import org.skywatt.cli.pipeline.Training;
import org.skywatt.core.site.Neighbours;
import org.skywatt.core.site.Site;
import org.skywatt.core.table.Namespace;
import org.skywatt.features.job.FeatureJob;
import org.skywatt.features.job.Histories;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.schema.Schemas;
import org.skywatt.ingest.job.Warehouse;
import org.skywatt.models.job.BacktestJob;
import org.skywatt.models.job.Prediction;
import org.skywatt.models.train.Blend;
import org.skywatt.models.train.Recipe;

/** Forecasts sites of the live tables as they would have been forecast, retraining as time goes. */
final class SitesBacktest {
  private final SparkSession spark;
  private final Consumer<String> progress;

  /**
   * What to do.
   *
   * @param history how far back the first training goes
   * @param retrain time between trainings
   */
  record Plan(
      Instant from,
      Instant to,
      Duration every,
      Duration horizon,
      Duration step,
      Duration history,
      Duration retrain) {}

  SitesBacktest(SparkSession spark, Consumer<String> progress) {
    this.spark = spark;
    this.progress = progress;
  }

  /** Every forecast from {@code plan.from} to before {@code plan.to}, by site, issue and step. */
  List<Prediction> run(List<String> ids, Plan plan) throws Exception {
    new Warehouse(spark, Namespace.LIVE).createTables();
    Map<String, List<String>> neighbours =
        Neighbours.of(new Histories(spark, Namespace.LIVE).sites(plan.from()));
    List<Prediction> predictions = new ArrayList<>();
    for (Map.Entry<String, List<Site>> group : sites(ids, plan.to()).entrySet()) {
      Recipe recipe = Training.recipe(group.getKey());
      List<Site> sites = group.getValue();
      Dataset<Row> features =
          new FeatureJob(spark, Namespace.LIVE)
              .run(
                  "backtest-" + group.getKey(),
                  Schemas.get(recipe.schema()),
                  sites,
                  neighbours,
                  Issue.every(
                      plan.from().minus(plan.history()),
                      plan.to().minusSeconds(1),
                      plan.every(),
                      plan.horizon(),
                      plan.step()));
      progress.accept(group.getKey() + ": features of " + sites.size() + " sites");
      try (BacktestJob job =
          new BacktestJob(spark, Namespace.LIVE, features, sites, Blend.of(recipe), true)) {
        for (Instant origin = plan.from();
            origin.isBefore(plan.to());
            origin = origin.plus(plan.retrain())) {
          Instant next = origin.plus(plan.retrain());
          Instant until = next.isBefore(plan.to()) ? next : plan.to();
          predictions.addAll(job.run(origin, until));
          progress.accept(group.getKey() + ": trained at " + origin + ", forecast to " + until);
        }
      }
    }
    return predictions;
  }

  private Map<String, List<Site>> sites(List<String> ids, Instant asOf) throws IOException {
    Map<String, List<Site>> byTechnology = new TreeMap<>();
    List<String> missing = new ArrayList<>(ids);
    for (Site site : new Histories(spark, Namespace.LIVE).sites(asOf)) {
      if (ids.isEmpty() || ids.contains(site.id().value())) {
        byTechnology.computeIfAbsent(site.technology(), t -> new ArrayList<>()).add(site);
        missing.remove(site.id().value());
      }
    }
    if (!missing.isEmpty()) {
      throw new UsageException("unknown sites: " + String.join(", ", missing));
    }
    if (byTechnology.isEmpty()) {
      throw new IOException("no site was known at " + asOf + ": skywatt ingest sites FILE");
    }
    return byTechnology;
  }
}
