package org.skywatt.models.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.skywatt.models.bundle.ModelBundle;
import org.skywatt.models.train.Learner;
import org.skywatt.models.train.ModelSize;
import org.skywatt.models.train.PercentileModel;
import org.skywatt.models.train.Recipe;
import org.skywatt.models.train.SiteModel;
import org.skywatt.models.train.SiteModelTrainer;
import org.skywatt.models.train.TrainingRow;

/** Every size, each booster learned by several tasks together. */
final class TrainedTogether {
  /** Rows that the cost of a forecast is measured on. */
  private static final int MEASURED_ROWS = 5000;

  private final JavaRDD<SiteRows> sites;
  private final Recipe full;
  private final int tasks;

  TrainedTogether(JavaRDD<SiteRows> sites, Recipe full, int tasks) {
    this.sites = sites;
    this.full = full;
    this.tasks = tasks;
  }

  /** A size's model, with what it was made from. */
  private record Trained(SiteModel model, long rows, Instant first, long cpuNanos) {}

  /** What {@link JudgedSize#all} makes of rows in one place. */
  List<JudgedSize> judged(Instant origin) {
    List<JudgedSize> judged = new ArrayList<>();
    for (ModelSize size : ModelSize.values()) {
      Trained trained =
          train(
              size,
              sites.flatMap(
                  site ->
                      site.labelled(origin).stream()
                          .filter(row -> row.issueTime().isBefore(origin))
                          .iterator()));
      ModelBundle.Shipped shipped = shipped(size, trained.model);
      Recipe recipe = size.of(full);
      List<Prediction> predictions =
          sites
              .flatMap(
                  site ->
                      BacktestJob.forecast(
                              site.labelled(origin), origin, new Known(recipe, shipped), true)
                          .iterator())
              .collect();
      judged.add(JudgedSize.of(size, new ArrayList<>(predictions), trained.cpuNanos));
    }
    return judged;
  }

  /** What {@link FittedSize#all} makes of rows in one place. */
  List<FittedSize> fitted(Instant fitUntil) {
    List<FittedSize> fitted = new ArrayList<>();
    List<SiteModel> models = new ArrayList<>();
    JavaRDD<TrainingRow> labelled = sites.flatMap(site -> site.labelled(fitUntil).iterator());
    for (ModelSize size : ModelSize.values()) {
      Trained trained = train(size, labelled);
      fitted.add(FittedSize.of(size, trained.model, trained.rows, trained.first, trained.cpuNanos));
      models.add(trained.model);
    }
    FittedSize.measure(models, labelled.take(MEASURED_ROWS), fitted);
    return fitted;
  }

  private Trained train(ModelSize size, JavaRDD<TrainingRow> rows) {
    JavaRDD<TrainingRow> learned = rows.filter(size::learnsFrom);
    try (RowsOverTasks group = new RowsOverTasks(size.of(full), learned, tasks)) {
      SiteModel model = new SiteModelTrainer(size.of(full)).train(group);
      return new Trained(model, group.extent().rows(), group.extent().first(), group.cpuNanos());
    }
  }

  private ModelBundle.Shipped shipped(ModelSize size, SiteModel model) {
    Recipe recipe = size.of(full);
    return new ModelBundle.Shipped(
        recipe.schema(),
        recipe.solar(),
        recipe.levels(),
        model.booster().toBytes(),
        model.calibration());
  }

  /** A learner that knows already what it is to learn. */
  private record Known(Recipe recipe, ModelBundle.Shipped model) implements Learner {
    @Override
    public String name() {
      return recipe.name();
    }

    @Override
    public String schema() {
      return recipe.schema();
    }

    @Override
    public boolean solar() {
      return recipe.solar();
    }

    @Override
    public boolean pooled() {
      return recipe.pooled();
    }

    @Override
    public PercentileModel learn(List<TrainingRow> rows) {
      try {
        return model.load();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
