package org.skywatt.models.train.collective;

import java.util.Arrays;
import org.skywatt.models.forest.OrderedFloat;

/**
 * What the leaves of a round's trees say: the quantile, over all tasks, of what falls into each.
 */
final class LeafQuantiles {
  private LeafQuantiles() {}

  /** What a row is away from its forecast of a level. */
  @FunctionalInterface
  interface Residual {
    float of(int level, int row);
  }

  /** Quantiles of all labels. */
  static float[] ofLabels(Collective all, float[] labels, double[] levels) {
    int[] keys = new int[labels.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = OrderedFloat.key(labels[i]);
    }
    Arrays.sort(keys);
    int[][] sets = new int[levels.length][];
    Arrays.fill(sets, keys);
    return Quantiles.find(all, sets, levels);
  }

  /**
   * Values of the nodes of each level's tree; 0 where they are no leaves.
   *
   * @param isLeaf for each level and node
   * @param leaves for each row and level, the node that it falls into
   * @param drawn for each level and row, whether it counts
   */
  static float[][] find(
      Collective all,
      double[] levels,
      boolean[][] isLeaf,
      float[][] leaves,
      boolean[][] drawn,
      Residual residual) {
    int sets = 0;
    for (boolean[] tree : isLeaf) {
      sets += count(tree);
    }
    int[][] sorted = new int[sets][];
    double[] asked = new double[sets];
    int at = 0;
    for (int level = 0; level < levels.length; level++) {
      int[][] byNode = byNode(isLeaf[level].length, level, leaves, drawn[level], residual);
      for (int node = 0; node < byNode.length; node++) {
        if (isLeaf[level][node]) {
          Arrays.sort(byNode[node]);
          asked[at] = levels[level];
          sorted[at++] = byNode[node];
        }
      }
    }
    float[] found = Quantiles.find(all, sorted, asked);
    float[][] values = new float[levels.length][];
    at = 0;
    for (int level = 0; level < levels.length; level++) {
      values[level] = new float[isLeaf[level].length];
      for (int node = 0; node < values[level].length; node++) {
        if (isLeaf[level][node]) {
          values[level][node] = found[at++];
        }
      }
    }
    return values;
  }

  private static int count(boolean[] tree) {
    int count = 0;
    for (boolean leaf : tree) {
      count += leaf ? 1 : 0;
    }
    return count;
  }

  private static int[][] byNode(
      int nodes, int level, float[][] leaves, boolean[] drawn, Residual residual) {
    int[] counts = new int[nodes];
    for (int i = 0; i < drawn.length; i++) {
      counts[(int) leaves[i][level]] += drawn[i] ? 1 : 0;
    }
    int[][] byNode = new int[nodes][];
    for (int node = 0; node < nodes; node++) {
      byNode[node] = new int[counts[node]];
    }
    for (int i = 0; i < drawn.length; i++) {
      if (drawn[i]) {
        int node = (int) leaves[i][level];
        byNode[node][--counts[node]] = OrderedFloat.key(residual.of(level, i));
      }
    }
    return byNode;
  }
}
