package org.skywatt.models.job;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import org.skywatt.models.energy.EnergyMeter;

/**
 * CPU time of the tasks that executors in other processes have run since this was made. In local
 * mode there are none: tasks are in this process.
 */
public final class ExecutorTime extends SparkListener
    implements EnergyMeter.OtherProcesses, AutoCloseable {
  /** Spark's name for this process. */
  private static final String DRIVER = "driver";

  private static final long EVENTS_MILLIS = 5000;

  private final SparkSession spark;
  private final String host;
  private final AtomicLong here = new AtomicLong();
  private final AtomicLong far = new AtomicLong();

  public ExecutorTime(SparkSession spark) {
    this.spark = spark;
    this.host = spark.conf().get("spark.driver.host");
    spark.sparkContext().addSparkListener(this);
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    if (end.taskMetrics() != null && !end.taskInfo().executorId().equals(DRIVER)) {
      boolean isHere = end.taskInfo().host().equals(host);
      (isHere ? here : far).addAndGet(end.taskMetrics().executorCpuTime());
    }
  }

  @Override
  public long cpuNanos(boolean withThisMachine) {
    try {
      // Tasks end before this is told of it.
      spark.sparkContext().listenerBus().waitUntilEmpty(EVENTS_MILLIS);
    } catch (Exception e) { // a timeout, which is not declared
      // What is told of later is missing from what is asked now.
    }
    return far.get() + (withThisMachine ? here.get() : 0);
  }

  @Override
  public void close() {
    spark.sparkContext().removeSparkListener(this);
  }
}
