package org.skywatt.models.forest;

import java.util.Arrays;
import java.util.List;

/**
 * Boosted trees as one array of numbers: the same sums as XGBoost's, to the last bit of its float
 * arithmetic or nearly. Immutable, and safe to share between threads.
 *
 * <p>A node is one long: the threshold as an ordered integer, how far on the right child is, and
 * the feature; the left child is just before the right one. Every step down is the same few
 * instructions without a branch, so eight trees are walked at a time while the memory answers. A
 * leaf leads to itself, since its threshold is above every value.
 */
public final class FlatForest {
  static final int MOST_FEATURES = 1 << 11;
  static final int MOST_NODES = 1 << 20;

  private static final int FEATURE_BITS = 12;
  private static final int FEATURE_MASK = (1 << FEATURE_BITS) - 1;
  private static final int ABREAST = 8;
  private static final int ROWS_AT_ONCE = 64;

  // Below every threshold, above every threshold of a split, and above both.
  private static final int MISSING_LEFT = Integer.MIN_VALUE;
  private static final int MISSING_RIGHT = Integer.MAX_VALUE - 1;
  private static final int LEAF = Integer.MAX_VALUE;

  private final int features;
  private final float[] start;
  private final int trees;
  private final long[] nodes;
  private final float[] values;
  private final int[] roots;
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
    int size = rounded - trees.size();
    for (Tree tree : trees) {
      size = Math.addExact(size, tree.size());
    }
    nodes = new long[size];
    values = new float[size];
    roots = new int[rounded];
    this.groups = Arrays.copyOf(groups, rounded);
    depths = new int[rounded / ABREAST];
    int at = 0;
    for (int i = 0; i < rounded; i++) {
      roots[i] = at;
      if (i < trees.size()) {
        depths[i / ABREAST] = Math.max(depths[i / ABREAST], flatten(at, trees.get(i)));
        at += trees.get(i).size();
      } else {
        nodes[at++] = node(LEAF, 0, 1); // adds nothing
      }
    }
  }

  /** Lays out a tree breadth first, from {@code root} on; gives its depth. */
  private int flatten(int root, Tree tree) {
    int[] order = new int[tree.size()];
    int[] level = new int[tree.size()];
    int known = 1;
    for (int i = 0; i < order.length; i++) {
      int from = order[i];
      if (tree.isLeaf(from)) {
        nodes[root + i] = node(LEAF, 0, 1);
        values[root + i] = tree.threshold(from);
      } else {
        int feature = tree.feature(from) + (tree.missingGoesLeft(from) ? 0 : features);
        nodes[root + i] = node(OrderedFloat.key(tree.threshold(from)), feature, known + 1 - i);
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
    return nodes.length - (roots.length - trees);
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
      for (int tree = 0; tree < roots.length; tree += ABREAST) {
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
      int key = OrderedFloat.key(row[i]);
      keys[i] = missing ? MISSING_LEFT : key;
      keys[features + i] = missing ? MISSING_RIGHT : key;
    }
  }

  private void add(int tree, int[][] keys, float[][] outputs, int from, int count) {
    int depth = depths[tree / ABREAST];
    for (int i = 0; i < count; i++) {
      add(tree, depth, keys[i], outputs[from + i]);
    }
  }

  private void add(int tree, int depth, int[] row, float[] output) {
    long[] all = nodes;
    int at0 = roots[tree];
    int at1 = roots[tree + 1];
    int at2 = roots[tree + 2];
    int at3 = roots[tree + 3];
    int at4 = roots[tree + 4];
    int at5 = roots[tree + 5];
    int at6 = roots[tree + 6];
    int at7 = roots[tree + 7];
    for (int level = 0; level < depth; level++) {
      at0 += onward(all[at0], row);
      at1 += onward(all[at1], row);
      at2 += onward(all[at2], row);
      at3 += onward(all[at3], row);
      at4 += onward(all[at4], row);
      at5 += onward(all[at5], row);
      at6 += onward(all[at6], row);
      at7 += onward(all[at7], row);
    }
    output[groups[tree]] += values[at0];
    output[groups[tree + 1]] += values[at1];
    output[groups[tree + 2]] += values[at2];
    output[groups[tree + 3]] += values[at3];
    output[groups[tree + 4]] += values[at4];
    output[groups[tree + 5]] += values[at5];
    output[groups[tree + 6]] += values[at6];
    output[groups[tree + 7]] += values[at7];
  }

  /** How far on the child is that {@code row} goes to: the right one from the threshold on. */
  private static int onward(long node, int[] row) {
    int isLess = (int) ((row[(int) node & FEATURE_MASK] - (node >> 32)) >>> 63);
    return ((int) node >>> FEATURE_BITS) - isLess;
  }
}
