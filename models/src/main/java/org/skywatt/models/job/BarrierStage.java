package org.skywatt.models.job;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.BarrierTaskContext;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.skywatt.models.energy.EnergyMeter;
import org.skywatt.models.train.TrainingRow;
import org.skywatt.models.train.collective.Collective;
import org.skywatt.models.train.collective.NativeCollective;
import org.skywatt.models.train.collective.Tracker;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction1;

/**
 * Tasks that run all at once and learn together over XGBoost's communicator. If one is lost the
 * others end too, and the stage fails: it is not tried again.
 */
final class BarrierStage {
  /** How long a task waits for another one. */
  private static final int PATIENCE_SECONDS = 300;

  private BarrierStage() {}

  /** Makes what is learned together ready, which may fail, and then learns it. */
  @FunctionalInterface
  interface Work extends Serializable {
    Ready of(List<TrainingRow> rows);
  }

  /** What waits for the others. */
  @FunctionalInterface
  interface Ready {
    byte[] learn(Collective all);
  }

  /**
   * What came of it.
   *
   * @param model the same in every task
   * @param cpuNanos of all tasks
   */
  record Learned(byte[] model, long cpuNanos) implements Serializable {}

  /**
   * Learns together from {@code rows}, a task a partition.
   *
   * @throws IllegalStateException in one line, if a task fails or is lost
   */
  static Learned run(JavaRDD<TrainingRow> rows, Work work) {
    SparkConf settings = rows.context().getConf();
    int tasks = rows.getNumPartitions();
    try (Tracker tracker =
        new Tracker(tasks, settings.get("spark.driver.host"), PATIENCE_SECONDS)) {
      ClassTag<Learned> tag = ClassTag$.MODULE$.apply(Learned.class);
      Task task = new Task(tracker.address(), work);
      List<Learned> all =
          JavaRDD.fromRDD(rows.rdd().barrier().mapPartitions(task, true, tag), tag).collect();
      return new Learned(all.get(0).model, all.stream().mapToLong(Learned::cpuNanos).sum());
    } catch (Exception e) { // Spark's are checked but not declared
      throw new IllegalStateException(
          "one of " + tasks + " tasks that learn together failed or was lost: " + reason(e), e);
    }
  }

  private static String reason(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  /** One task. */
  private static final class Task
      extends AbstractFunction1<Iterator<TrainingRow>, Iterator<Learned>> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Map<String, Object> tracker;
    private final Work work;

    Task(Map<String, Object> tracker, Work work) {
      this.tracker = tracker;
      this.work = work;
    }

    @Override
    public Iterator<Learned> apply(Iterator<TrainingRow> own) {
      BarrierTaskContext context = BarrierTaskContext.get();
      if (context.stageAttemptNumber() > 0) {
        throw new IllegalStateException("a task was lost, and its tracker is of no more use");
      }
      long start = EnergyMeter.threadNanos();
      List<TrainingRow> rows = new ArrayList<>();
      CollectionConverters.asJava(own).forEachRemaining(rows::add);
      Ready ready = work.of(rows);
      context.barrier(); // what fails by itself has failed by now
      byte[] model;
      try (NativeCollective all =
          new NativeCollective(tracker, context.partitionId(), PATIENCE_SECONDS)) {
        model = ready.learn(all);
      }
      byte[] told = context.partitionId() == 0 ? model : new byte[0];
      Learned learned = new Learned(told, EnergyMeter.threadNanos() - start);
      return CollectionConverters.asScala(List.of(learned).iterator());
    }
  }
}
