package org.skywatt.models.train.collective;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * A model put together from boosters of one round each, as XGBoost writes one of several (its
 * documentation, "Introduction to Model IO").
 */
final class GrownForest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ObjectNode model;
  private int rounds;

  /** The trees of a round, one a level, within the whole model. */
  record Round(JsonNode[] trees) {
    /** For each tree and node whether it is a leaf. */
    boolean[][] leaves() {
      boolean[][] leaves = new boolean[trees.length][];
      for (int i = 0; i < leaves.length; i++) {
        JsonNode left = trees[i].path("left_children");
        leaves[i] = new boolean[left.size()];
        for (int node = 0; node < leaves[i].length; node++) {
          leaves[i][node] = left.get(node).intValue() == -1;
        }
      }
      return leaves;
    }

    /**
     * @param values of all nodes; those of leaves are taken
     */
    void setLeaves(int tree, float[] values) {
      boolean[] leaves = leaves()[tree];
      for (String name : new String[] {"split_conditions", "base_weights"}) {
        ArrayNode written = (ArrayNode) trees[tree].path(name);
        for (int node = 0; node < values.length; node++) {
          if (leaves[node]) {
            written.set(node, values[node]);
          }
        }
      }
    }
  }

  /** Adds a round. */
  Round round(byte[] booster) throws IOException {
    ObjectNode read = (ObjectNode) JSON.readTree(booster);
    ArrayNode added = trees(read);
    JsonNode[] trees = new JsonNode[added.size()];
    for (int i = 0; i < trees.length; i++) {
      trees[i] = added.get(i);
      ((ObjectNode) trees[i]).put("id", rounds * trees.length + i);
    }
    if (model == null) {
      model = read;
    } else {
      trees(model).addAll(Arrays.asList(trees));
      ((ArrayNode) forest(model).path("tree_info"))
          .addAll((ArrayNode) forest(read).path("tree_info"));
    }
    rounds++;
    return new Round(trees);
  }

  /**
   * The model in XGBoost's UBJSON format.
   *
   * @param start what each level starts from
   */
  byte[] toBytes(float[] start) throws IOException, XGBoostError {
    ObjectNode forest = forest(model);
    int trees = trees(model).size();
    ((ObjectNode) forest.path("gbtree_model_param")).put("num_trees", String.valueOf(trees));
    ArrayNode ends = forest.putArray("iteration_indptr");
    for (int round = 0; round <= rounds; round++) {
      ends.add(round * (trees / rounds));
    }
    ((ObjectNode) model.path("learner").path("learner_model_param"))
        .put("base_score", Arrays.toString(start).replace(" ", ""));
    Booster whole = XGBoost.loadModel(JSON.writeValueAsBytes(model));
    try {
      return whole.toByteArray("ubj");
    } finally {
      whole.dispose();
    }
  }

  private static ObjectNode forest(ObjectNode model) {
    return (ObjectNode) model.path("learner").path("gradient_booster").path("model");
  }

  private static ArrayNode trees(ObjectNode model) {
    return (ArrayNode) forest(model).path("trees");
  }
}
