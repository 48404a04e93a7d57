package org.skywatt.models.train;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** What XGBoost is given. */
public final class BoosterInputs {
  private BoosterInputs() {}

  /** XGBoost's names for what a recipe says. */
  public static Map<String, Object> parameters(Recipe recipe) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("objective", "reg:quantileerror");
    parameters.put("quantile_alpha", Arrays.toString(recipe.levels()));
    parameters.put("tree_method", "hist");
    parameters.put("max_bin", recipe.maxBins());
    parameters.put("max_depth", recipe.depth());
    parameters.put("eta", recipe.learningRate());
    parameters.put("subsample", recipe.rowShare());
    parameters.put("colsample_bytree", recipe.columnShare());
    parameters.put("min_child_weight", recipe.minChildWeight());
    parameters.put("seed", recipe.seed());
    parameters.put("nthread", 1);
    parameters.put("verbosity", 0);
    return parameters;
  }

  /**
   * @param rows of equal length; NaN is missing
   */
  public static DMatrix matrix(List<float[]> rows) throws XGBoostError {
    int width = rows.get(0).length;
    float[] flat = new float[Math.multiplyExact(rows.size(), width)];
    int at = 0;
    for (float[] row : rows) {
      System.arraycopy(row, 0, flat, at, width);
      at += width;
    }
    return new DMatrix(flat, rows.size(), width, Float.NaN);
  }
}
