package org.skywatt.models.forest;

import java.util.Arrays;
import java.util.List;

/**
 * Boosted trees as one array of numbers: the same sums as XGBoost's, to the last bit of its float
 * arithmetic or nearly. Immutable, and safe to share between threads.
 *
 * <p>A node is one long: the threshold as an ordered integer, where the right child is, and the
 * feature; the left child is just before the right one. Every step down is the same few
 * instructions without a branch, so four trees are walked at a time. A leaf leads to itself, since
 * its threshold is above every value.
 */
public final class FlatForest {
  static final int MOST_FEATURES = 1 << 11;
  static final int MOST_NODES = 1 << 20;

  private static final int FEATURE_BITS = 12;
  private static final int FEATURE_MASK = (1 << FEATURE_BITS) - 1;
  private static final int ABREAST = 4;
  private static final int ROWS_AT_ONCE = 64;

  // Below every threshold, above every threshold of a split, and above both.
  private static final int MISSING_LEFT = Integer.MIN_VALUE;
  private static final int MISSING_RIGHT = Integer.MAX_VALUE - 1;
  private static final int LEAF = Integer.MAX_VALUE;

  private final int features;
  private final float[] start;
  private final int trees;
  private final long[][] nodes;
  private final float[][] values;
  private final int[] groups;
  private final int[] depths;

  /**
   * @param features length of a row
   * @param start what each output starts from
   * @param trees in the order in which they are added
   * @param groups the output that each tree adds to
   */
  FlatForest(int features, float[] start, List<Tree> trees, int[] groups) {
    this.features = features;
    this.start = start.clone();
    this.trees = trees.size();
    int rounded = (trees.size() + ABREAST - 1) / ABREAST * ABREAST;
    nodes = new long[rounded][];
    values = new float[rounded][];
    this.groups = Arrays.copyOf(groups, rounded);
    depths = new int[rounded / ABREAST];
    for (int i = 0; i < rounded; i++) {
      if (i < trees.size()) {
        depths[i / ABREAST] = Math.max(depths[i / ABREAST], flatten(i, trees.get(i)));
      } else {
        nodes[i] = new long[] {node(LEAF, 0, 1)}; // adds nothing
        values[i] = new float[1];
      }
    }
  }

  /** Lays out a tree breadth first; gives its depth. */
  private int flatten(int index, Tree tree) {
    int[] order = new int[tree.size()];
    int[] level = new int[tree.size()];
    nodes[index] = new long[tree.size()];
    values[index] = new float[tree.size()];
    int known = 1;
    for (int i = 0; i < order.length; i++) {
      int from = order[i];
      if (tree.isLeaf(from)) {
        nodes[index][i] = node(LEAF, 0, i + 1);
        values[index][i] = tree.threshold(from);
      } else {
        int feature = tree.feature(from) + (tree.missingGoesLeft(from) ? 0 : features);
        nodes[index][i] = node(ordered(tree.threshold(from)), feature, known + 1);
        level[known] = level[i] + 1;
        order[known++] = tree.left(from);
        level[known] = level[i] + 1;
        order[known++] = tree.right(from);
      }
    }
    return level[level.length - 1];
  }

  private static long node(int threshold, int feature, int right) {
    return ((long) threshold << 32) | ((long) right << FEATURE_BITS) | feature;
  }

  /** Integers in the order of the floats; both zeros are one. */
  private static int ordered(float value) {
    int bits = Float.floatToRawIntBits(value + 0.0f);
    return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
  }

  /** Length of a row of features. */
  public int features() {
    return features;
  }

  /** Values that a row gives: one a quantile level of the booster. */
  public int outputs() {
    return start.length;
  }

  public int trees() {
    return trees;
  }

  /** Splits and leaves of all trees. */
  public int nodes() {
    int sum = 0;
    for (int tree = 0; tree < trees; tree++) {
      sum += nodes[tree].length;
    }
    return sum;
  }

  /**
   * The outputs of one row.
   *
   * @param row {@link #features()} values; NaN is missing
   * @throws IllegalArgumentException if {@code row} has another length
   */
  public float[] predict(float[] row) {
    return predict(List.of(row))[0];
  }

  /**
   * The outputs of each row.
   *
   * @throws IllegalArgumentException if a row has another length than {@link #features()}
   */
  public float[][] predict(List<float[]> rows) {
    float[][] outputs = new float[rows.size()][];
    int[][] keys = new int[Math.min(rows.size(), ROWS_AT_ONCE)][2 * features];
    for (int from = 0; from < outputs.length; from += ROWS_AT_ONCE) {
      int count = Math.min(ROWS_AT_ONCE, outputs.length - from);
      for (int i = 0; i < count; i++) {
        encode(rows.get(from + i), keys[i]);
        outputs[from + i] = start.clone();
      }
      for (int tree = 0; tree < nodes.length; tree += ABREAST) {
        add(tree, keys, outputs, from, count);
      }
    }
    return outputs;
  }

  /** A row twice: with what is missing below every threshold, and above. */
  private void encode(float[] row, int[] keys) {
    if (row.length != features) {
      throw new IllegalArgumentException(
          "a row has " + row.length + " features, the model " + features);
    }
    for (int i = 0; i < row.length; i++) {
      boolean missing = Float.isNaN(row[i]);
      int key = ordered(row[i]);
      keys[i] = missing ? MISSING_LEFT : key;
      keys[features + i] = missing ? MISSING_RIGHT : key;
    }
  }

  private void add(int tree, int[][] keys, float[][] outputs, int from, int count) {
    long[] nodes0 = nodes[tree];
    long[] nodes1 = nodes[tree + 1];
    long[] nodes2 = nodes[tree + 2];
    long[] nodes3 = nodes[tree + 3];
    int depth = depths[tree / ABREAST];
    for (int i = 0; i < count; i++) {
      int[] row = keys[i];
      int at0 = 0;
      int at1 = 0;
      int at2 = 0;
      int at3 = 0;
      for (int level = 0; level < depth; level++) {
        long node0 = nodes0[at0];
        long node1 = nodes1[at1];
        long node2 = nodes2[at2];
        long node3 = nodes3[at3];
        at0 = below(node0, row[(int) node0 & FEATURE_MASK]);
        at1 = below(node1, row[(int) node1 & FEATURE_MASK]);
        at2 = below(node2, row[(int) node2 & FEATURE_MASK]);
        at3 = below(node3, row[(int) node3 & FEATURE_MASK]);
      }
      float[] output = outputs[from + i];
      output[groups[tree]] += values[tree][at0];
      output[groups[tree + 1]] += values[tree + 1][at1];
      output[groups[tree + 2]] += values[tree + 2][at2];
      output[groups[tree + 3]] += values[tree + 3][at3];
    }
  }

  /** The child that {@code key} goes to: the right one from the threshold on. */
  private static int below(long node, int key) {
    int isLess = (int) ((key - (node >> 32)) >>> 63);
    return ((int) node >>> FEATURE_BITS) - isLess;
  }
}
