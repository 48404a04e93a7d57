package org.skywatt.models.calibrate;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Levels at which outcomes were met, and on which days. Not safe for threads. */
final class MetLevels implements Serializable {
  private static final long serialVersionUID = 1L;

  private double[] levels = new double[64];
  private long[] days = new long[64];
  private int size;

  /**
   * @param level where in the model's own distribution an outcome was met, in [0, 1]
   * @param day any number that outcomes of one day share
   */
  void add(double level, long day) {
    if (size == levels.length) {
      levels = Arrays.copyOf(levels, 2 * size);
      days = Arrays.copyOf(days, 2 * size);
    }
    levels[size] = level;
    days[size++] = day;
  }

  void addAll(MetLevels others) {
    for (int i = 0; i < others.size; i++) {
      add(others.levels[i], others.days[i]);
    }
  }

  double[] levels() {
    return Arrays.copyOf(levels, size);
  }

  /**
   * How many independent outcomes these are worth: the variance of one over that of the mean of
   * all, as days drawn anew would give it (Kish 1965). Hours of a day miss together, and sites too.
   *
   * @return 1 to as many as there are
   */
  double independent() {
    double mean = 0;
    for (int i = 0; i < size; i++) {
      mean += levels[i] / size;
    }
    Map<Long, double[]> byDay = new HashMap<>();
    double squares = 0;
    for (int i = 0; i < size; i++) {
      double off = levels[i] - mean;
      squares += off * off;
      byDay.computeIfAbsent(days[i], day -> new double[1])[0] += off;
    }
    double ofDays = 0;
    for (double[] off : byDay.values()) {
      ofDays += off[0] * off[0];
    }
    int count = byDay.size();
    if (count < 2 || ofDays == 0) {
      return Math.max(1, Math.min(count, size));
    }
    double drawn = ofDays * count / (count - 1);
    return Math.max(1, Math.min(size, size * squares / drawn));
  }
}
