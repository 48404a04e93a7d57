package org.skywatt.ingest.nwp;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Accumulations and averaging buckets of one variable as means over the steps of the file. Of
 * values that share a start (a run, or a bucket of it), each less the one before is the sum of the
 * step between them.
 */
final class IntervalMeans {
  /** Rounding of packed sums may leave a small negative difference; this much is called zero. */
  private static final double ROUNDING_OF_MEAN = 1;

  /**
   * No source steps further. A longer one is a sum since the start of a run whose other steps are
   * in other files: its mean says nothing about the time it is stamped with.
   */
  private static final long LONGEST_STEP_SECONDS = 6 * 3600;

  private final Map<Instant, NavigableMap<Instant, double[]>> totals = new TreeMap<>();

  /** Takes totals (mean × seconds) by site over {@code (start, end]}. */
  void add(Instant start, Instant end, double[] total) {
    totals.computeIfAbsent(start, unused -> new TreeMap<>()).put(end, total);
  }

  /**
   * Means over the step that ends at each time.
   *
   * @param steps all valid times of the file: a difference that spans several of them, because one
   *     is missing, is left out
   */
  NavigableMap<Instant, float[]> means(SortedSet<Instant> steps) {
    NavigableMap<Instant, float[]> means = new TreeMap<>();
    totals.forEach(
        (start, ends) -> {
          Instant from = start;
          double[] before = null;
          for (Map.Entry<Instant, double[]> each : ends.entrySet()) {
            Instant to = each.getKey();
            long seconds = to.getEpochSecond() - from.getEpochSecond();
            if (seconds <= LONGEST_STEP_SECONDS && isOneStep(steps, from, to)) {
              means.put(to, mean(before, each.getValue(), seconds));
            }
            from = to;
            before = each.getValue();
          }
        });
    return means;
  }

  private static boolean isOneStep(SortedSet<Instant> steps, Instant from, Instant to) {
    return steps.subSet(from.plusSeconds(1), to).isEmpty();
  }

  private static float[] mean(double[] before, double[] total, long seconds) {
    float[] mean = new float[total.length];
    for (int i = 0; i < mean.length; i++) {
      double value = (total[i] - (before == null ? 0 : before[i])) / seconds;
      mean[i] = (float) (value < 0 && value > -ROUNDING_OF_MEAN ? 0 : value);
    }
    return mean;
  }
}
