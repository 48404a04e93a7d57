package org.skywatt.cli.backtest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.commons.lang3.SerializationUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.UsageException;
import org.skywatt.core.hash.Sha256;
import org.skywatt.core.site.Neighbours;
import org.skywatt.core.site.Site;
import org.skywatt.core.table.Namespace;
import org.skywatt.core.table.Table;
import org.skywatt.features.job.FeatureJob;
import org.skywatt.features.job.Histories;
import org.skywatt.features.schema.Schemas;
import org.skywatt.ingest.job.Warehouse;
import org.skywatt.models.bundle.ModelBundle;
import org.skywatt.models.energy.Energy;
import org.skywatt.models.energy.EnergyMeter;
import org.skywatt.models.evaluate.Evaluated;
import org.skywatt.models.evaluate.Evaluation;
import org.skywatt.models.job.RollingJob;
import org.skywatt.models.job.StepRows;
import org.skywatt.models.job.StepScores;
import org.skywatt.models.reference.References;
import org.skywatt.models.train.Learner;

/**
 * Forecasts sites of the live tables as they would have been forecast, a block of issues after the
 * other. Blocks that an earlier run has made are taken as they are.
 */
final class SitesBacktest {
  private static final String FEATURES = "features";
  private static final String FORMAT = "1";

  private final SparkSession spark;
  private final DataHome home;
  private final Forecaster forecaster;
  private final Plan plan;
  private final Consumer<String> progress;

  /**
   * What was found.
   *
   * @param energy spent on the blocks, those of earlier runs included
   * @param rows of {@link StepRows}, all blocks, sorted by site, issue and step
   */
  record Found(int sites, Evaluated scores, Energy energy, Dataset<Row> rows) {}

  /** The sites of one technology. */
  private record Group(String technology, List<Site> sites, List<String> baselines) {}

  SitesBacktest(
      SparkSession spark,
      DataHome home,
      Forecaster forecaster,
      Plan plan,
      Consumer<String> progress) {
    this.spark = spark;
    this.home = home;
    this.forecaster = forecaster;
    this.plan = plan;
    this.progress = progress;
  }

  /**
   * @param ids sites; empty for all that can be forecast
   * @throws UsageException if a site is not known, or cannot be forecast
   */
  Found run(List<String> ids) throws Exception {
    Warehouse warehouse = new Warehouse(spark, Namespace.LIVE);
    warehouse.createTables();
    List<Group> groups = groups(ids);
    List<String> names = groups.stream().flatMap(g -> g.baselines.stream()).distinct().toList();
    Map<String, Double> capacityKw = new TreeMap<>();
    groups.forEach(
        group -> group.sites.forEach(site -> capacityKw.put(site.id().value(), site.capacityKw())));
    Evaluation total = new Evaluation(names);
    Energy energy = null;
    Dataset<Row> rows = null;
    for (Group group : groups) {
      WorkFolder work = WorkFolder.open(home.backtests(), key(group, warehouse));
      for (Energy each : make(group, work)) {
        energy = energy == null ? each : energy.plus(each);
      }
      for (Plan.Block block : plan.blocks()) {
        Dataset<Row> own = spark.read().schema(StepRows.COLUMNS).parquet(work.rows(name(block)));
        StepScores.add(own, group.baselines, names, capacityKw, total);
        rows = rows == null ? own : rows.union(own);
      }
    }
    return new Found(
        capacityKw.size(),
        total.scores(),
        energy,
        rows.repartition(1).sortWithinPartitions("site_id", "issue_time", "valid_time"));
  }

  /** Makes what is missing, and tells what all of it has cost. */
  private List<Energy> make(Group group, WorkFolder work) throws Exception {
    List<Energy> spent = new ArrayList<>();
    List<Plan.Block> missing = new ArrayList<>();
    for (Plan.Block block : plan.blocks()) {
      Optional<Energy> known = work.find(name(block));
      known.ifPresent(spent::add);
      if (known.isEmpty()) {
        missing.add(block);
      }
    }
    if (!spent.isEmpty()) {
      progress.accept(
          "%s: %d of %d blocks are there already"
              .formatted(group.technology, spent.size(), spent.size() + missing.size()));
    }
    String features = FEATURES + "-to-" + plan.to().getEpochSecond();
    Optional<Energy> computed = work.find(features);
    if (missing.isEmpty()) {
      computed.ifPresent(spent::add);
      return spent;
    }
    if (!work.hasRows(features)) {
      computed = Optional.of(work.keep(features, to -> features(group, to)));
    }
    spent.add(computed.orElseThrow());
    Dataset<Row> rows = spark.read().parquet(work.rows(features));
    try (RollingJob job = new RollingJob(spark, Namespace.LIVE, rows, group.sites)) {
      for (Plan.Block block : missing) {
        spent.add(work.keep(name(block), to -> block(group, job, block, to)));
      }
    }
    work.dropRows(features);
    return spent;
  }

  private Energy features(Group group, String to) {
    EnergyMeter meter = EnergyMeter.start();
    Map<String, List<String>> neighbours =
        Neighbours.of(new Histories(spark, Namespace.LIVE).sites(plan.from()));
    new FeatureJob(spark, Namespace.LIVE)
        .rows(
            "backtest-" + group.technology,
            Schemas.get(forecaster.schema(group.technology)),
            group.sites,
            neighbours,
            plan.issues())
        .write()
        .parquet(to);
    progress.accept(group.technology + ": features of " + group.sites.size() + " sites");
    return meter.stop();
  }

  private Energy block(Group group, RollingJob job, Plan.Block block, String to) {
    EnergyMeter meter = EnergyMeter.start();
    ModelBundle.Shipped model = forecaster.model(job, group.technology, block.origin());
    job.forecast(model, block.origin(), block.until(), plan.adjusts()).write().parquet(to);
    Energy energy = meter.stop();
    progress.accept(
        String.format(
            Locale.ROOT,
            "%s: %s to %s forecast by %s, %.0f J (%s)",
            group.technology,
            block.origin(),
            block.until(),
            forecaster.told(),
            energy.joules(),
            energy.tier().text()));
    return energy;
  }

  private static String name(Plan.Block block) {
    return block.origin().getEpochSecond() + "-" + block.until().getEpochSecond();
  }

  /** Of everything that rows hang on, but for {@code --to}: a longer backtest goes on. */
  private String key(Group group, Warehouse warehouse) {
    Sha256 digest = new Sha256();
    digest.update(
        String.join("\n", FORMAT, group.technology, forecaster.fingerprint(group.technology)));
    group.sites.forEach(site -> digest.update(ByteBuffer.wrap(SerializationUtils.serialize(site))));
    digest.update(
        "\n%s %s %s %s %s %s"
            .formatted(
                plan.from(),
                plan.every(),
                plan.horizon(),
                plan.step(),
                plan.history(),
                plan.retrain()));
    digest.update(plan.adjusts() ? "\nadjusted" : "");
    for (Table table :
        List.of(
            Table.SITES,
            Table.NWP_SAMPLES,
            Table.SATELLITE_SAMPLES,
            Table.TERRAIN,
            Table.GENERATION,
            Table.CAPACITY_CHANGES)) {
      digest.update("\n" + table.tableName() + " " + warehouse.snapshotId(table));
    }
    return group.technology + "-" + digest.finish().substring(0, 24);
  }

  private List<Group> groups(List<String> ids) throws IOException {
    Map<String, List<Site>> byTechnology = new TreeMap<>();
    TreeSet<String> missing = new TreeSet<>(ids);
    for (Site site : new Histories(spark, Namespace.LIVE).sites(plan.to())) {
      boolean wanted = ids.contains(site.id().value());
      if (wanted && !forecaster.knows(site.technology())) {
        throw new UsageException(
            "--sites: "
                + site.id().value()
                + " is "
                + site.technology()
                + ", which "
                + forecaster.told()
                + " cannot forecast");
      }
      if (wanted || (ids.isEmpty() && forecaster.knows(site.technology()))) {
        byTechnology.computeIfAbsent(site.technology(), t -> new ArrayList<>()).add(site);
      }
      missing.remove(site.id().value());
    }
    if (!missing.isEmpty()) {
      throw new UsageException("unknown sites: " + String.join(", ", missing));
    }
    if (byTechnology.isEmpty()) {
      throw new IOException(
          "no site for "
              + forecaster.told()
              + " was known at "
              + plan.to()
              + ": skywatt ingest sites FILE");
    }
    List<Group> groups = new ArrayList<>();
    byTechnology.forEach(
        (technology, sites) ->
            groups.add(
                new Group(
                    technology,
                    sites,
                    References.of(forecaster.schema(technology), technology.equals("solar"))
                        .stream()
                        .map(Learner::name)
                        .toList())));
    return groups;
  }
}
