package org.skywatt.models.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.storage.StorageLevel;
import org.skywatt.models.calibrate.Calibration;
import org.skywatt.models.energy.EnergyMeter;
import org.skywatt.models.train.Extent;
import org.skywatt.models.train.IssueDraw;
import org.skywatt.models.train.LearningGroup;
import org.skywatt.models.train.LearningSet;
import org.skywatt.models.train.Outcomes;
import org.skywatt.models.train.Part;
import org.skywatt.models.train.QuantileBooster;
import org.skywatt.models.train.Recipe;
import org.skywatt.models.train.TrainingRow;
import org.skywatt.models.train.UsableRows;
import org.skywatt.models.train.collective.CollectiveBooster;
import scala.Tuple2;

/**
 * A group whose rows lie with several tasks, which learn together. Which task has a row hangs on
 * nothing but the row, so the result hangs neither on executors nor on the order of a shuffle.
 */
public final class RowsOverTasks implements LearningGroup, AutoCloseable {
  private static final long FEWEST_A_TASK = UsableRows.FEWEST;

  private static final int SEED = 11;

  private final Recipe recipe;
  private final JavaRDD<TrainingRow> rows;
  private long cpuNanos;

  /**
   * @param rows with and without labels, in any order
   * @param tasks that run all at once, at most {@link TrainJob#MOST_TOGETHER}
   */
  public RowsOverTasks(Recipe recipe, JavaRDD<TrainingRow> rows, int tasks) {
    this.recipe = recipe;
    this.rows =
        rows.filter(row -> UsableRows.isUsable(recipe, row))
            .mapToPair(row -> new Tuple2<>(IssueDraw.ofStep(row, SEED, tasks), row))
            .partitionBy(new HashPartitioner(tasks))
            .mapPartitions(RowsOverTasks::sorted)
            .persist(StorageLevel.MEMORY_AND_DISK());
  }

  private static Iterator<TrainingRow> sorted(Iterator<Tuple2<Integer, TrainingRow>> pairs) {
    List<TrainingRow> sorted = new ArrayList<>();
    pairs.forEachRemaining(pair -> sorted.add(pair._2));
    sorted.sort(TrainingRow.ORDER);
    return sorted.iterator();
  }

  /** CPU time of what the tasks have learned and told, ns. */
  long cpuNanos() {
    return cpuNanos;
  }

  @Override
  public long fewest() {
    return FEWEST_A_TASK * rows.getNumPartitions();
  }

  @Override
  public Extent extent() {
    List<Extent> extents = each(own -> List.of(Extent.of(list(own))).iterator());
    return extents.stream().reduce(Extent::plus).orElseThrow();
  }

  @Override
  public long learned(Part part) {
    List<Integer> counts = each(own -> List.of(part.learned(list(own)).size()).iterator());
    return counts.stream().mapToLong(Integer::longValue).sum();
  }

  @Override
  public QuantileBooster fit(Part part) {
    Recipe shipped = recipe;
    BarrierStage.Learned learned =
        BarrierStage.run(
            rows,
            own -> {
              LearningSet set = LearningSet.of(shipped, part.learned(own));
              if (set.size() == 0) {
                throw new IllegalStateException(
                    shipped.name() + ": a task has no rows: train with fewer tasks");
              }
              return all -> CollectiveBooster.learn(shipped, set, all);
            });
    cpuNanos += learned.cpuNanos();
    try {
      return QuantileBooster.load(learned.model(), recipe.quantileLevels());
    } catch (IOException e) {
      throw new IllegalStateException("what was learned together is no model", e);
    }
  }

  @Override
  public void calibrate(Part part, QuantileBooster booster, Calibration.Fitter fitter) {
    Recipe shipped = recipe;
    byte[] model = booster.toBytes();
    List<Tuple2<Calibration.Fitter, Long>> met =
        each(
            own -> {
              long start = EnergyMeter.threadNanos();
              Calibration.Fitter some = new Calibration.Fitter();
              QuantileBooster loaded = QuantileBooster.load(model, shipped.quantileLevels());
              new Outcomes(shipped, part).add(loaded, list(own), some);
              return List.of(new Tuple2<>(some, EnergyMeter.threadNanos() - start)).iterator();
            });
    for (Tuple2<Calibration.Fitter, Long> some : met) {
      fitter.addAll(some._1);
      cpuNanos += some._2;
    }
  }

  /** What each task makes of its rows, in the order of the tasks. */
  private <T> List<T> each(FlatMapFunction<Iterator<TrainingRow>, T> work) {
    return rows.mapPartitions(work).collect();
  }

  private static List<TrainingRow> list(Iterator<TrainingRow> rows) {
    List<TrainingRow> list = new ArrayList<>();
    rows.forEachRemaining(list::add);
    return list;
  }

  @Override
  public void close() {
    rows.unpersist(false);
  }
}
