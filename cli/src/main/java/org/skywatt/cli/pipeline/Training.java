package org.skywatt.cli.pipeline;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.skywatt.cli.DataHome;
import org.skywatt.core.site.Neighbours;
import org.skywatt.core.site.Site;
import org.skywatt.core.table.Namespace;
import org.skywatt.core.table.Table;
import org.skywatt.features.job.FeatureJob;
import org.skywatt.features.job.Histories;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.schema.Schemas;
import org.skywatt.ingest.job.Warehouse;
import org.skywatt.models.bundle.BundleStore;
import org.skywatt.models.bundle.ModelBundle;
import org.skywatt.models.energy.Energy;
import org.skywatt.models.energy.EnergyMeter;
import org.skywatt.models.energy.Grid;
import org.skywatt.models.job.ExecutorTime;
import org.skywatt.models.job.TrainJob;
import org.skywatt.models.train.Recipe;
import org.skywatt.models.train.Recipes;
import org.skywatt.models.tune.RecipeFile;

/** Trains a bundle for each technology among the sites. */
public final class Training {
  /** Newest share of the period that the card's scores are computed on. */
  private static final double VALIDATION_SHARE = 0.25;

  private final SparkSession spark;
  private final DataHome home;
  private final Consumer<String> progress;
  private final Grid grid;
  private final Set<String> leftOut;
  private final Map<String, RecipeFile> recipes;
  private final int together;

  public Training(SparkSession spark, DataHome home, Consumer<String> progress) {
    this(spark, home, progress, Grid.WORLD);
  }

  /**
   * @param grid that the energy comes from
   */
  public Training(SparkSession spark, DataHome home, Consumer<String> progress, Grid grid) {
    this(spark, home, progress, grid, Set.of(), Map.of(), 1);
  }

  private Training(
      SparkSession spark,
      DataHome home,
      Consumer<String> progress,
      Grid grid,
      Set<String> leftOut,
      Map<String, RecipeFile> recipes,
      int together) {
    this.together = together;
    this.grid = grid;
    this.leftOut = leftOut;
    this.recipes = recipes;
    this.spark = spark;
    this.home = home;
    this.progress = progress;
  }

  /** The same for all technologies but {@code kept}. */
  public Training without(Set<String> kept) {
    return new Training(spark, home, progress, grid, kept, recipes, together);
  }

  /** The same by other recipes. */
  public Training by(Map<String, RecipeFile> others) {
    return new Training(spark, home, progress, grid, leftOut, others, together);
  }

  /** The same with every booster learned by {@code tasks} tasks together. */
  public Training together(int tasks) {
    return new Training(spark, home, progress, grid, leftOut, recipes, tasks);
  }

  /** The recipe of a technology. */
  public static Recipe recipe(String technology) {
    return technology.equals("solar") ? Recipes.SOLAR : Recipes.WIND;
  }

  /**
   * Trains on issues from {@code from} to {@code fitUntil} and saves the bundles.
   *
   * @return the bundles that forecast, by technology
   */
  public Map<String, ModelBundle> run(
      Instant from,
      Instant fitUntil,
      Duration every,
      Duration horizon,
      Duration step,
      boolean simulated)
      throws Exception {
    Warehouse warehouse = new Warehouse(spark, Namespace.LIVE);
    warehouse.createTables();
    Map<String, List<Site>> byTechnology = sites(fitUntil);
    Map<String, List<String>> neighbours =
        Neighbours.of(byTechnology.values().stream().flatMap(List::stream).toList());
    byTechnology.keySet().removeAll(leftOut);
    Map<String, Long> snapshots = new TreeMap<>();
    for (Table table :
        List.of(
            Table.SITES,
            Table.NWP_SAMPLES,
            Table.SATELLITE_SAMPLES,
            Table.TERRAIN,
            Table.GENERATION,
            Table.CAPACITY_CHANGES)) {
      snapshots.put(table.tableName(), warehouse.snapshotId(table));
    }
    Map<String, ModelBundle> bundles = new TreeMap<>();
    for (Map.Entry<String, List<Site>> entry : byTechnology.entrySet()) {
      RecipeFile tuned = recipes.get(entry.getKey());
      Recipe recipe = tuned == null ? recipe(entry.getKey()) : tuned.recipe();
      ExecutorTime executors = new ExecutorTime(spark);
      EnergyMeter meter = EnergyMeter.start(executors);
      Dataset<Row> features =
          new FeatureJob(spark, Namespace.LIVE)
              .run(
                  "train-" + entry.getKey(),
                  Schemas.get(recipe.schema()),
                  entry.getValue(),
                  neighbours,
                  Issue.every(from, fitUntil.minusSeconds(1), every, horizon, step));
      Energy spent = meter.stop();
      executors.close();
      progress.accept(entry.getKey() + ": features of " + entry.getValue().size() + " sites");
      long span = Duration.between(from, fitUntil).toSeconds();
      Instant validateFrom = fitUntil.minusSeconds((long) (span * VALIDATION_SHARE));
      List<ModelBundle> sizes =
          new TrainJob(spark, Namespace.LIVE, recipe, together)
              .run(
                  features,
                  new TrainJob.Task(
                      entry.getValue(),
                      validateFrom,
                      fitUntil,
                      snapshots,
                      Math.toIntExact(horizon.dividedBy(step)),
                      simulated,
                      grid,
                      tuned == null ? 0 : tuned.trials()),
                  spent);
      ModelBundle chosen = save(sizes);
      bundles.put(entry.getKey(), chosen);
      progress.accept(
          String.format(
              Locale.ROOT,
              "%s: %d rows learned from, %d kB, %.0f J (%s)",
              chosen.card().id(),
              chosen.card().rows(),
              chosen.card().sizeBytes() / 1000,
              chosen.card().joules(),
              chosen.card().energyTier()));
    }
    return bundles;
  }

  /**
   * Saves the bundles and returns the one that forecasts. It comes last: while it is not there, the
   * model before goes on.
   */
  private ModelBundle save(List<ModelBundle> sizes) throws IOException {
    BundleStore store = new BundleStore(home.bundles());
    ModelBundle chosen = null;
    for (ModelBundle bundle : sizes) {
      if (bundle.card().isChosen()) {
        chosen = bundle;
      } else {
        store.save(bundle);
      }
    }
    store.save(chosen);
    return chosen;
  }

  private Map<String, List<Site>> sites(Instant asOf) throws IOException {
    Map<String, List<Site>> byTechnology = new TreeMap<>();
    for (Site site : new Histories(spark, Namespace.LIVE).sites(asOf)) {
      byTechnology.computeIfAbsent(site.technology(), t -> new java.util.ArrayList<>()).add(site);
    }
    if (byTechnology.isEmpty()) {
      throw new IOException("no site was known at " + asOf + ": skywatt ingest sites FILE");
    }
    return byTechnology;
  }
}
