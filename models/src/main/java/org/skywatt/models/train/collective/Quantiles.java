package org.skywatt.models.train.collective;

import org.skywatt.models.forest.OrderedFloat;

/**
 * Exact quantiles of floats that lie with several tasks, by the definition that XGBoost's leaves
 * take: interpolated at {@code level × (n + 1)} (Hyndman and Fan 1996, type 6).
 */
final class Quantiles {
  private Quantiles() {}

  /**
   * A quantile of each set.
   *
   * @param sorted this task's {@link OrderedFloat} keys of each set, ascending
   * @param levels of each set, in (0, 1)
   * @return one of each set; 0 where no task has any number
   */
  static float[] find(Collective all, int[][] sorted, double[] levels) {
    long[] counts = new long[sorted.length];
    for (int set = 0; set < sorted.length; set++) {
      counts[set] = sorted[set].length;
    }
    counts = all.sum(counts);
    double[] places = new double[sorted.length];
    long[][] ranks = new long[sorted.length][];
    for (int set = 0; set < sorted.length; set++) {
      double last = counts[set] - 1.0;
      places[set] = Math.min(Math.max(levels[set] * (counts[set] + 1) - 1, 0), Math.max(last, 0));
      long rank = (long) places[set];
      ranks[set] =
          counts[set] == 0 ? new long[0] : new long[] {rank, Math.min(rank + 1, (long) last)};
    }
    int[][] found = OrderStatistics.find(all, sorted, ranks);
    float[] quantiles = new float[sorted.length];
    for (int set = 0; set < sorted.length; set++) {
      if (counts[set] > 0) {
        float low = OrderedFloat.value(found[set][0]);
        float high = OrderedFloat.value(found[set][1]);
        double weight = places[set] - ranks[set][0];
        quantiles[set] = (float) (low + weight * ((double) high - low));
      }
    }
    return quantiles;
  }
}
