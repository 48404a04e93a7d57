package org.skywatt.models.job;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.skywatt.core.site.Site;
import org.skywatt.core.table.Namespace;
import org.skywatt.features.schema.Schemas;
import org.skywatt.models.bundle.BundleStore;
import org.skywatt.models.bundle.Card;
import org.skywatt.models.bundle.ModelBundle;
import org.skywatt.models.calibrate.Calibration;
import org.skywatt.models.energy.Energy;
import org.skywatt.models.energy.EnergyMeter;
import org.skywatt.models.train.Blend;
import org.skywatt.models.train.Recipe;
import org.skywatt.models.train.SiteModel;
import org.skywatt.models.train.SiteModelTrainer;
import org.skywatt.models.train.TrainingRow;
import scala.Tuple2;

/**
 * Trains the bundle of one technology: validates on the newest part of the period with a model that
 * did not see it, then fits to all of it.
 */
public final class TrainJob {
  private final SparkSession spark;
  private final Namespace namespace;
  private final Recipe recipe;

  public TrainJob(SparkSession spark, Namespace namespace, Recipe recipe) {
    this.spark = spark;
    this.namespace = namespace;
    this.recipe = recipe;
  }

  /**
   * @param features rows of all issues before {@code fitUntil}
   * @param validateFrom origin of the validation
   * @param fitUntil nothing that became known later is used
   * @param spent energy spent on the features
   */
  public ModelBundle run(
      Dataset<Row> features,
      List<Site> sites,
      Instant validateFrom,
      Instant fitUntil,
      Map<String, Long> snapshotIds,
      Energy spent,
      boolean simulated) {
    String technology = sites.get(0).technology();
    EnergyMeter meter = EnergyMeter.start();
    // Two fits that don't need each other, a core for each.
    CompletableFuture<LeadScores> validating =
        CompletableFuture.supplyAsync(() -> validate(features, sites, validateFrom, fitUntil));
    Fitted fitted = fit(features, sites, fitUntil);
    LeadScores validation = validating.join();
    Energy energy = spent.plus(meter.stop());
    Card card =
        new Card(
            BundleStore.id(technology, fitUntil),
            technology,
            recipe.name(),
            fitUntil.toString(),
            Instant.ofEpochSecond(fitted.firstValid).toString(),
            snapshotIds,
            sites.stream().map(site -> site.id().value()).toList(),
            fitted.rows,
            2,
            fitted.model.length,
            new Card.Validation(validateFrom.toString(), validation.overall(), validation.leads()),
            energy.joules(),
            energy.tier().text(),
            fitted.joulesPerForecast,
            simulated ? "SIMULATED data, no licence needed" : "see the data's own licences",
            simulated);
    return new ModelBundle(
        card, Schemas.get(recipe.schema()), recipe.levels(), fitted.model, fitted.calibration());
  }

  private LeadScores validate(
      Dataset<Row> features, List<Site> sites, Instant origin, Instant until) {
    try (BacktestJob backtest =
        new BacktestJob(spark, namespace, features, sites, Blend.of(recipe), true)) {
      return LeadScores.of(backtest.run(origin, until));
    }
  }

  private Fitted fit(Dataset<Row> features, List<Site> sites, Instant fitUntil) {
    Recipe shipped = recipe;
    return RowsOfSites.gather(spark, namespace, features, sites)
        .flatMapToPair(
            rows -> rows.labelled(fitUntil).stream().map(row -> new Tuple2<>("", row)).iterator())
        .groupByKey(1)
        .map(group -> fit(group._2, shipped))
        .first();
  }

  private record Fitted(
      byte[] model, Calibration calibration, long rows, long firstValid, double joulesPerForecast)
      implements Serializable {}

  private static Fitted fit(Iterable<TrainingRow> group, Recipe recipe) {
    List<TrainingRow> rows = new ArrayList<>();
    group.forEach(rows::add);
    rows.sort(TrainingRow.ORDER);
    SiteModel model = new SiteModelTrainer(recipe).train(rows);
    EnergyMeter meter = EnergyMeter.start();
    double[][] predicted = model.percentiles(rows);
    Energy energy = meter.stop();
    long usable = rows.stream().filter(row -> !Double.isNaN(row.label())).count();
    return new Fitted(
        model.booster().toBytes(),
        model.calibration(),
        usable,
        rows.get(0).validTime().getEpochSecond(),
        energy.joules() / predicted.length);
  }
}
