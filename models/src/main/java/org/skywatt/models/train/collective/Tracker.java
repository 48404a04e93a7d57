package org.skywatt.models.train.collective;

import java.util.Map;
import ml.dmlc.xgboost4j.java.RabitTracker;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** XGBoost's tracker, by which tasks that learn together find each other. */
public final class Tracker implements AutoCloseable {
  private final RabitTracker tracker;

  /**
   * Starts one.
   *
   * @param tasks that will come
   * @param host that they reach this process by
   * @param seconds to wait for them
   * @throws IllegalStateException if it does not start
   */
  public Tracker(int tasks, String host, int seconds) {
    try {
      tracker = new RabitTracker(tasks, host, 0, seconds);
      tracker.start();
    } catch (XGBoostError e) {
      throw failed(e);
    }
  }

  /** What a task needs to find the others. */
  public Map<String, Object> address() {
    try {
      return tracker.getWorkerArgs();
    } catch (XGBoostError e) {
      throw failed(e);
    }
  }

  private static IllegalStateException failed(XGBoostError e) {
    return new IllegalStateException("the tasks' tracker does not run: " + e.getMessage(), e);
  }

  @Override
  public void close() {
    try {
      tracker.stop();
    } catch (XGBoostError e) {
      // It fails only with its tasks, whose failure tells more.
    }
  }
}
