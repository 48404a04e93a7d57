package org.skywatt.models.forest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Boosters that XGBoost trains on made-up rows. */
final class RandomForests {
  private RandomForests() {}

  /** Rows of which a share of values is missing; some values are whole, to meet thresholds. */
  static List<float[]> rows(Random random, int count, int width, double missing) {
    List<float[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] row = new float[width];
      for (int j = 0; j < width; j++) {
        row[j] =
            random.nextDouble() < missing
                ? Float.NaN
                : j % 3 == 0 ? random.nextInt(7) - 3 : (float) random.nextGaussian();
      }
      rows.add(row);
    }
    return rows;
  }

  static Booster train(List<float[]> rows, double[] levels, int rounds, int depth, long seed)
      throws XGBoostError {
    Random random = new Random(seed);
    float[] labels = new float[rows.size()];
    for (int i = 0; i < labels.length; i++) {
      float signal = rows.get(i)[0];
      labels[i] = (float) random.nextGaussian() + (Float.isNaN(signal) ? -1 : signal);
    }
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("objective", "reg:quantileerror");
    parameters.put("quantile_alpha", Arrays.toString(levels));
    parameters.put("tree_method", "hist");
    parameters.put("max_depth", depth);
    parameters.put("subsample", 0.8);
    parameters.put("seed", seed);
    parameters.put("nthread", 1);
    DMatrix matrix = matrix(rows);
    matrix.setLabel(labels);
    try {
      return XGBoost.train(matrix, parameters, rounds, new HashMap<>(), null, null);
    } finally {
      matrix.dispose();
    }
  }

  static float[][] predict(Booster booster, List<float[]> rows) throws XGBoostError {
    DMatrix matrix = matrix(rows);
    try {
      return booster.predict(matrix);
    } finally {
      matrix.dispose();
    }
  }

  private static DMatrix matrix(List<float[]> rows) throws XGBoostError {
    int width = rows.get(0).length;
    float[] flat = new float[rows.size() * width];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(rows.get(i), 0, flat, i * width, width);
    }
    return new DMatrix(flat, rows.size(), width, Float.NaN);
  }
}
