package org.skywatt.cli.pipeline;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.skywatt.core.site.Neighbours;
import org.skywatt.core.site.Site;
import org.skywatt.core.table.Namespace;
import org.skywatt.features.job.FeatureJob;
import org.skywatt.features.job.Histories;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.schema.Schemas;
import org.skywatt.models.energy.EnergyMeter;
import org.skywatt.models.job.TuneJob;
import org.skywatt.models.train.Recipe;

/** Searches the recipe of a technology on the sites of the live tables. */
public final class Tuning {
  private final SparkSession spark;
  private final Consumer<String> progress;

  public Tuning(SparkSession spark, Consumer<String> progress) {
    this.spark = spark;
    this.progress = progress;
  }

  /**
   * @param from first issue
   * @param until nothing that became known later is used
   * @param origin issues from then on are scored
   * @throws IOException if no site of the technology was known
   */
  public TuneJob.Found run(
      String technology,
      Instant from,
      Instant until,
      Instant origin,
      Duration every,
      HorizonOptions ahead,
      double budgetJoules,
      long seed)
      throws IOException {
    Histories histories = new Histories(spark, Namespace.LIVE);
    List<Site> known = histories.sites(until);
    Map<String, List<String>> neighbours = Neighbours.of(known);
    List<Site> sites = new ArrayList<>(known);
    sites.removeIf(site -> !site.technology().equals(technology));
    if (sites.isEmpty()) {
      throw new IOException(
          "no " + technology + " site was known at " + until + ": skywatt ingest sites FILE");
    }
    Recipe recipe = Training.recipe(technology);
    EnergyMeter meter = EnergyMeter.start();
    Dataset<Row> features =
        new FeatureJob(spark, Namespace.LIVE)
            .rows(
                "tune-" + technology,
                Schemas.get(recipe.schema()),
                sites,
                neighbours,
                Issue.every(from, until.minusSeconds(1), every, ahead.horizon(), ahead.step()));
    TuneJob.Found found =
        new TuneJob(spark, Namespace.LIVE, recipe)
            .run(features, new TuneJob.Task(sites, origin, until, budgetJoules, seed));
    progress.accept(
        "%s: %d tries; features and all else took %.0f J beside the search"
            .formatted(
                technology,
                found.tries().size(),
                Math.max(0, meter.stop().joules() - found.energy().joules())));
    return found;
  }
}
