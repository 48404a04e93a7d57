package org.skywatt.models.forest;

import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** Writes trees in six bytes a node, as {@code models.nano.NanoRunner} says and reads. */
public final class NanoForest {
  private static final int LEAF = -1;
  private static final int MISSING_LEFT = 1 << 14;

  private final ParsedForest forest;

  private NanoForest(ParsedForest forest) {
    this.forest = forest;
  }

  /**
   * @throws IOException if {@code model} is no model of XGBoost that can be read
   */
  public static NanoForest of(byte[] model) throws IOException {
    return new NanoForest(ForestReader.parsed(model));
  }

  /** What each output starts from. */
  public float[] start() {
    return forest.start().clone();
  }

  /**
   * Writes the number of trees, and each of them.
   *
   * @throws IOException also if a tree has more nodes than the format can count
   */
  public void writeTrees(DataOutput out) throws IOException {
    List<Tree> trees = forest.trees();
    out.writeInt(trees.size());
    for (int i = 0; i < trees.size(); i++) {
      Tree tree = trees.get(i);
      if (tree.size() > Short.MAX_VALUE) {
        throw new IOException("tree " + i + " has " + tree.size() + " nodes");
      }
      out.writeShort(forest.groups()[i]);
      out.writeShort(tree.size());
      write(tree, out);
    }
  }

  /** Breadth first, so that where children are need not be told. */
  private static void write(Tree tree, DataOutput out) throws IOException {
    int[] order = new int[tree.size()];
    int known = 1;
    for (int i = 0; i < order.length; i++) {
      int node = order[i];
      if (tree.isLeaf(node)) {
        out.writeShort(LEAF);
      } else {
        out.writeShort(tree.feature(node) + (tree.missingGoesLeft(node) ? MISSING_LEFT : 0));
        order[known++] = tree.left(node);
        order[known++] = tree.right(node);
      }
      out.writeFloat(tree.threshold(node));
    }
  }
}
