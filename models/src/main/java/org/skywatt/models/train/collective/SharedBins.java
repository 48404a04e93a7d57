package org.skywatt.models.train.collective;

import java.util.Arrays;
import java.util.List;
import org.skywatt.models.forest.OrderedFloat;
import org.skywatt.models.train.LearningSet;

/**
 * Bins that all tasks share: each value stands for those from it up to the next. XGBoost's own bins
 * come from sketches that hang on which task has which rows; of so few distinct values it keeps
 * every one, and its thresholds hold for values that are not in bins.
 */
final class SharedBins {
  /** Rows that the bins come from, of all tasks; about. */
  private static final long ROWS = 20_000;

  private static final int SEED = 3;

  private final float[][] lowest;

  private SharedBins(float[][] lowest) {
    this.lowest = lowest;
  }

  /**
   * Bins that hold equal numbers of a sample of the rows, which hangs on nothing but the rows.
   *
   * @param width of a row
   * @param bins of each feature, at most
   */
  static SharedBins of(Collective all, LearningSet rows, int width, int bins) {
    double share = (double) ROWS / Math.max(1, all.sum(new long[] {rows.size()})[0]);
    int[][] keys = new int[width][rows.size()];
    int[] counts = new int[width];
    for (int i = 0; i < rows.size(); i++) {
      if (rows.draw(i, SEED) < share) {
        float[] row = rows.features().get(i);
        for (int f = 0; f < width; f++) {
          if (!Float.isNaN(row[f])) {
            keys[f][counts[f]++] = OrderedFloat.key(row[f]);
          }
        }
      }
    }
    long[] known = new long[width];
    for (int f = 0; f < width; f++) {
      keys[f] = Arrays.copyOf(keys[f], counts[f]);
      Arrays.sort(keys[f]);
      known[f] = counts[f];
    }
    known = all.sum(known);
    long[][] ranks = new long[width][];
    for (int f = 0; f < width; f++) {
      ranks[f] = new long[known[f] == 0 ? 0 : bins];
      for (int bin = 0; bin < ranks[f].length; bin++) {
        ranks[f][bin] = known[f] * bin / bins;
      }
    }
    int[][] found = OrderStatistics.find(all, keys, ranks);
    float[][] lowest = new float[width][];
    for (int f = 0; f < width; f++) {
      int[] distinct = Arrays.stream(found[f]).distinct().toArray();
      lowest[f] = new float[distinct.length];
      for (int bin = 0; bin < distinct.length; bin++) {
        lowest[f][bin] = OrderedFloat.value(distinct[bin]);
      }
    }
    return new SharedBins(lowest);
  }

  /** The rows with each value's bin for the value. What is missing stays so. */
  List<float[]> applied(List<float[]> rows) {
    return rows.stream().map(this::applied).toList();
  }

  private float[] applied(float[] row) {
    float[] binned = new float[row.length];
    for (int f = 0; f < row.length; f++) {
      binned[f] = lowest[f].length == 0 ? Float.NaN : bin(lowest[f], row[f]);
    }
    return binned;
  }

  private static float bin(float[] lowest, float value) {
    if (Float.isNaN(value)) {
      return value;
    }
    int at = Arrays.binarySearch(lowest, value + 0.0f);
    return lowest[Math.max(0, at >= 0 ? at : -at - 2)];
  }
}
