package org.skywatt.models.train.collective;

import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Communicator;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * XGBoost's own communicator, over which it also adds its histograms. It belongs to a thread: open,
 * use and close it in one.
 *
 * <p>From Java it adds only floats. A count is sent as two of 20 bits, which are added without
 * rounding as long as there are not more than 16 tasks.
 */
public final class NativeCollective implements Collective, AutoCloseable {
  /** Tasks whose counts are added without rounding. */
  public static final int MOST_TASKS = 16;

  private static final int BITS = 20;
  private static final int MASK = (1 << BITS) - 1;

  /**
   * Joins the others; waits until all have come.
   *
   * @param tracker what the tracker tells its workers
   * @param task number of this one, from 0
   * @param seconds to wait for another task, at each exchange
   * @throws IllegalStateException if they do not come in time
   */
  public NativeCollective(Map<String, Object> tracker, int task, int seconds) {
    Map<String, Object> settings = new HashMap<>(tracker);
    settings.put("dmlc_task_id", String.valueOf(task));
    settings.put("dmlc_timeout", seconds);
    settings.put("dmlc_retry", 1);
    try {
      Communicator.init(settings);
    } catch (XGBoostError e) {
      throw new IllegalStateException("task " + task + " did not find the others", e);
    }
  }

  @Override
  public long[] sum(long[] counts) {
    float[] halves = new float[2 * counts.length];
    for (int i = 0; i < counts.length; i++) {
      halves[2 * i] = counts[i] >>> BITS;
      halves[2 * i + 1] = counts[i] & MASK;
    }
    float[] sums = Communicator.allReduce(halves, Communicator.OpType.SUM);
    for (int i = 0; i < counts.length; i++) {
      counts[i] = ((long) sums[2 * i] << BITS) + (long) sums[2 * i + 1];
    }
    return counts;
  }

  @Override
  public void close() {
    try {
      Communicator.shutdown();
    } catch (XGBoostError e) {
      throw new IllegalStateException("the tasks did not part: " + e.getMessage(), e);
    }
  }
}
