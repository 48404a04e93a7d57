package org.skywatt.models.job;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.skywatt.core.site.Site;
import org.skywatt.core.table.Namespace;
import org.skywatt.models.energy.Energy;
import org.skywatt.models.energy.EnergyMeter;
import org.skywatt.models.train.Recipe;
import org.skywatt.models.train.TrainingRow;
import org.skywatt.models.tune.RecipeSearch;
import org.skywatt.models.tune.Try;
import scala.Tuple2;

/**
 * Searches a recipe in one Spark task: fitted to issues before an origin with what was known then,
 * scored on the issues after it by what is known in the end.
 */
public final class TuneJob {
  private final SparkSession spark;
  private final Namespace namespace;
  private final Recipe base;

  /**
   * What is searched.
   *
   * @param origin first issue that is scored and not learned from
   * @param knownAt power that became known later is not used
   * @param seed of the recipes that are drawn
   */
  public record Task(
      List<Site> sites, Instant origin, Instant knownAt, double budgetJoules, long seed) {}

  /**
   * What was tried.
   *
   * @param energy that the search took, features not included
   */
  public record Found(List<Try> tries, Energy energy) implements Serializable {}

  public TuneJob(SparkSession spark, Namespace namespace, Recipe base) {
    this.spark = spark;
    this.namespace = namespace;
    this.base = base;
  }

  /**
   * @param features rows of all issues
   * @throws IllegalArgumentException if there is too little to learn from or to score on
   */
  public Found run(Dataset<Row> features, Task task) {
    Recipe recipe = base;
    Instant origin = task.origin;
    Instant knownAt = task.knownAt;
    double budget = task.budgetJoules;
    long seed = task.seed;
    return RowsOfSites.gather(spark, namespace, features, task.sites)
        .flatMapToPair(
            rows ->
                rows(rows, origin, knownAt).stream().map(row -> new Tuple2<>("", row)).iterator())
        .groupByKey(1)
        .map(group -> search(group._2, recipe, origin, budget, seed))
        .first();
  }

  /** Labelled with what was known at {@code origin}, the truth being what is at {@code knownAt}. */
  private static List<TrainingRow> rows(SiteRows site, Instant origin, Instant knownAt) {
    List<TrainingRow> then = site.labelled(origin);
    List<TrainingRow> now = site.labelled(knownAt);
    List<TrainingRow> rows = new ArrayList<>(then.size());
    for (int i = 0; i < then.size(); i++) {
      rows.add(then.get(i).scoredBy(now.get(i).label()));
    }
    return rows;
  }

  private static Found search(
      Iterable<TrainingRow> group, Recipe recipe, Instant origin, double budget, long seed) {
    List<TrainingRow> past = new ArrayList<>();
    List<TrainingRow> held = new ArrayList<>();
    for (TrainingRow row : group) {
      (row.issueTime().isBefore(origin) ? past : held).add(row);
    }
    past.sort(TrainingRow.ORDER);
    held.sort(TrainingRow.ORDER);
    EnergyMeter meter = EnergyMeter.start();
    List<Try> tries =
        new RecipeSearch(recipe, seed, budget, () -> meter.stop().joules()).run(past, held);
    return new Found(tries, meter.stop());
  }
}
