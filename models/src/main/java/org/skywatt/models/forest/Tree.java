package org.skywatt.models.forest;

import java.util.BitSet;

/**
 * A binary tree as XGBoost writes it.
 *
 * @param left left children; −1 at leaves
 * @param right right children; −1 at leaves
 * @param splits feature of each node
 * @param thresholds at splits: values below it go left; at leaves: the leaf's value
 * @param missingLeft whether missing values go left
 */
record Tree(int[] left, int[] right, int[] splits, float[] thresholds, boolean[] missingLeft) {

  /**
   * @throws IllegalArgumentException if this is not one tree with its root at 0 whose splits are
   *     below {@code features}
   */
  Tree checked(int features) {
    int size = left.length;
    if (size == 0 || size >= FlatForest.MOST_NODES) {
      throw new IllegalArgumentException(size + " nodes");
    }
    if (right.length != size
        || splits.length != size
        || thresholds.length != size
        || missingLeft.length != size) {
      throw new IllegalArgumentException("arrays of different lengths");
    }
    BitSet seen = new BitSet(size);
    seen.set(0);
    int[] order = new int[size];
    int known = 1;
    for (int i = 0; i < known; i++) {
      int node = order[i];
      if (!Float.isFinite(thresholds[node])) {
        throw new IllegalArgumentException("node " + node + " holds " + thresholds[node]);
      }
      if (!isLeaf(node)) {
        if (splits[node] < 0 || splits[node] >= features) {
          throw new IllegalArgumentException("node " + node + " splits feature " + splits[node]);
        }
        for (int child : new int[] {left[node], right[node]}) {
          if (child < 0 || child >= size || seen.get(child)) {
            throw new IllegalArgumentException("node " + node + " has child " + child);
          }
          seen.set(child);
          order[known++] = child;
        }
      }
    }
    return known == size ? this : compacted(order, known);
  }

  /** Without the nodes that pruning left behind. */
  private Tree compacted(int[] order, int known) {
    int[] place = new int[left.length];
    for (int i = 0; i < known; i++) {
      place[order[i]] = i;
    }
    Tree compact =
        new Tree(
            new int[known], new int[known], new int[known], new float[known], new boolean[known]);
    for (int i = 0; i < known; i++) {
      int node = order[i];
      compact.left[i] = isLeaf(node) ? -1 : place[left[node]];
      compact.right[i] = isLeaf(node) ? -1 : place[right[node]];
      compact.splits[i] = splits[node];
      compact.thresholds[i] = thresholds[node];
      compact.missingLeft[i] = missingLeft[node];
    }
    return compact;
  }

  int size() {
    return left.length;
  }

  boolean isLeaf(int node) {
    return left[node] == -1 && right[node] == -1;
  }

  int left(int node) {
    return left[node];
  }

  int right(int node) {
    return right[node];
  }

  int feature(int node) {
    return splits[node];
  }

  float threshold(int node) {
    return thresholds[node];
  }

  boolean missingGoesLeft(int node) {
    return missingLeft[node];
  }
}
