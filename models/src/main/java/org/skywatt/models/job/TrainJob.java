package org.skywatt.models.job;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.skywatt.core.site.Site;
import org.skywatt.core.table.Namespace;
import org.skywatt.models.bundle.ModelBundle;
import org.skywatt.models.energy.Energy;
import org.skywatt.models.energy.EnergyMeter;
import org.skywatt.models.energy.Grid;
import org.skywatt.models.train.Recipe;
import org.skywatt.models.train.TrainingRow;
import org.skywatt.models.train.collective.NativeCollective;
import scala.Tuple2;

/**
 * Trains the bundles of one technology, one a size: validates on the newest part of the period with
 * models that did not see it, then fits to all of it.
 */
public final class TrainJob {
  /** Tasks that can learn together. */
  public static final int MOST_TOGETHER = NativeCollective.MOST_TASKS;

  private final SparkSession spark;
  private final Namespace namespace;
  private final Recipe recipe;
  private final int together;

  /**
   * What the bundles are to be made from.
   *
   * @param validateFrom origin of the validation
   * @param fitUntil nothing that became known later is used
   * @param snapshotIds of the tables read
   * @param steps of each issue
   * @param simulated whether the data are
   * @param grid that the energy came from
   * @param tuningTrials trainings that the recipe was found by
   */
  public record Task(
      List<Site> sites,
      Instant validateFrom,
      Instant fitUntil,
      Map<String, Long> snapshotIds,
      int steps,
      boolean simulated,
      Grid grid,
      int tuningTrials) {}

  /** Learns something from rows, for every size. */
  @FunctionalInterface
  private interface Learning<T> extends Serializable {
    List<T> of(List<TrainingRow> rows);
  }

  /**
   * @param recipe of the full size
   * @param together tasks that learn every booster together; 1 for a task a booster
   */
  public TrainJob(SparkSession spark, Namespace namespace, Recipe recipe, int together) {
    this.spark = spark;
    this.namespace = namespace;
    this.recipe = recipe;
    this.together = together;
  }

  /**
   * The bundles, the smallest first.
   *
   * @param features rows of all issues before {@code fitUntil}
   * @param spent energy spent on the features
   */
  public List<ModelBundle> run(Dataset<Row> features, Task task, Energy spent) {
    try (ExecutorTime executors = new ExecutorTime(spark)) {
      return run(features, task, spent, EnergyMeter.start(executors));
    }
  }

  private List<ModelBundle> run(Dataset<Row> features, Task task, Energy spent, EnergyMeter meter) {
    JavaRDD<SiteRows> gathered =
        RowsOfSites.gather(spark, namespace, features, task.sites)
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      if (together > 1) {
        TrainedTogether sizes = new TrainedTogether(gathered, recipe, together);
        List<JudgedSize> judged = sizes.judged(task.validateFrom);
        List<FittedSize> fitted = sizes.fitted(task.fitUntil);
        return new Bundles(recipe, task, spent, meter).of(fitted, judged);
      }
      return apart(gathered, task, spent, meter);
    } finally {
      gathered.unpersist(false);
    }
  }

  /** Two jobs that don't need each other, a core for each. */
  private List<ModelBundle> apart(
      JavaRDD<SiteRows> gathered, Task task, Energy spent, EnergyMeter meter) {
    Recipe full = recipe;
    Instant origin = task.validateFrom;
    CompletableFuture<List<JudgedSize>> judging =
        CompletableFuture.supplyAsync(
            () -> learn(gathered, origin, rows -> JudgedSize.all(full, rows, origin)));
    List<FittedSize> fitted = learn(gathered, task.fitUntil, rows -> FittedSize.all(full, rows));
    return new Bundles(recipe, task, spent, meter).of(fitted, judging.join());
  }

  /** What is learned from all rows in one task, the smallest size first. */
  private static <T> List<T> learn(
      JavaRDD<SiteRows> gathered, Instant knownAt, Learning<T> learning) {
    return gathered
        .flatMapToPair(
            rows -> rows.labelled(knownAt).stream().map(row -> new Tuple2<>("", row)).iterator())
        .groupByKey(1)
        .flatMap(
            group -> {
              List<TrainingRow> rows = new ArrayList<>();
              group._2.forEach(rows::add);
              rows.sort(TrainingRow.ORDER);
              return learning.of(rows).iterator();
            })
        .collect();
  }
}
