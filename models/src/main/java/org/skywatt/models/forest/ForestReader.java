package org.skywatt.models.forest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads models of XGBoost (1.6 to 3.x) from the files that it writes, UBJSON or JSON (xgboost
 * documentation, "Introduction to Model IO"). What would change the forecast and is not known here
 * is refused: other boosters and objectives, categories, leaves of several values.
 */
public final class ForestReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Objectives whose prediction is the sum of the leaves. */
  private static final Set<String> PLAIN =
      Set.of("reg:quantileerror", "reg:squarederror", "reg:absoluteerror", "reg:pseudohubererror");

  private static final int MOST_TREES = 1_000_000;
  private static final int MOST_OUTPUTS = 10_000;

  private ForestReader() {}

  /**
   * @throws IOException in one line, if {@code model} is not such a model
   */
  public static FlatForest read(byte[] model) throws IOException {
    ParsedForest parsed = parsed(model);
    return new FlatForest(parsed.features(), parsed.start(), parsed.trees(), parsed.groups());
  }

  static ParsedForest parsed(byte[] model) throws IOException {
    try {
      return forest(Fields.of("model", parse(model)));
    } catch (IOException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new IOException("not an XGBoost model that can be read: " + reason, e);
    }
  }

  private static Object parse(byte[] model) throws IOException {
    int first = 0;
    while (first < model.length && model[first] != '{') {
      first++;
    }
    int next = first + 1;
    while (next < model.length && Character.isWhitespace(model[next])) {
      next++;
    }
    boolean json = next < model.length && model[next] == '"';
    return json ? JSON.readValue(model, Map.class) : UniversalBinaryJson.read(model);
  }

  private static ParsedForest forest(Fields model) throws IOException {
    Fields learner = model.object("learner");
    String objective = learner.object("objective").text("name");
    if (!PLAIN.contains(objective)) {
      throw new IOException("objective " + objective + " is unknown");
    }
    Fields booster = learner.object("gradient_booster");
    if (!booster.text("name").equals("gbtree")) {
      throw new IOException("booster " + booster.text("name") + " is unknown");
    }
    Fields parameters = learner.object("learner_model_param");
    int features = parameters.count("num_feature", FlatForest.MOST_FEATURES);
    int outputs = Math.max(1, parameters.count("num_target", MOST_OUTPUTS));
    if (parameters.count("num_class", MOST_OUTPUTS) > 1) {
      throw new IOException("classes are unknown");
    }
    Fields trees = booster.object("model");
    int[] groups = trees.integers("tree_info");
    List<?> written = trees.list("trees");
    int count = trees.object("gbtree_model_param").count("num_trees", MOST_TREES);
    if (groups.length != count || written.size() != count) {
      throw new IOException(
          count
              + " trees are announced, "
              + written.size()
              + " are there, of which "
              + groups.length
              + " have an output");
    }
    List<Tree> read = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      if (groups[i] < 0 || groups[i] >= outputs) {
        throw new IOException("tree " + i + " adds to output " + groups[i] + " of " + outputs);
      }
      read.add(tree(Fields.of("tree " + i, written.get(i)), features));
    }
    return new ParsedForest(features, start(parameters.text("base_score"), outputs), read, groups);
  }

  private static Tree tree(Fields fields, int features) throws IOException {
    if (fields.object("tree_param").count("size_leaf_vector", MOST_OUTPUTS) > 1) {
      throw new IOException(fields.place() + " has leaves of several values");
    }
    for (int type : fields.integers("split_type")) {
      if (type != 0) {
        throw new IOException(fields.place() + " splits by category");
      }
    }
    List<?> defaults = fields.list("default_left");
    boolean[] missingLeft = new boolean[defaults.size()];
    for (int i = 0; i < missingLeft.length; i++) {
      Object value = defaults.get(i);
      missingLeft[i] =
          Boolean.TRUE.equals(value) || (value instanceof Number number && number.intValue() == 1);
    }
    try {
      return new Tree(
              fields.integers("left_children"),
              fields.integers("right_children"),
              fields.integers("split_indices"),
              fields.floats("split_conditions"),
              missingLeft)
          .checked(features);
    } catch (IllegalArgumentException e) {
      throw new IOException(fields.place() + " is no tree: " + e.getMessage(), e);
    }
  }

  /** One number for all outputs, or, since XGBoost 3.1, a list. */
  private static float[] start(String text, int outputs) throws IOException {
    String[] parts = text.replace("[", "").replace("]", "").split(",", -1);
    if (parts.length != 1 && parts.length != outputs) {
      throw new IOException(parts.length + " base scores for " + outputs + " outputs");
    }
    float[] start = new float[outputs];
    try {
      for (int i = 0; i < outputs; i++) {
        start[i] = Float.parseFloat(parts[parts.length == 1 ? 0 : i]);
      }
    } catch (NumberFormatException e) {
      throw new IOException("base_score is '" + text + "'", e);
    }
    return start;
  }
}
