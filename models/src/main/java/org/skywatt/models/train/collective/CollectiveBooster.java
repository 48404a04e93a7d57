package org.skywatt.models.train.collective;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.skywatt.models.train.BoosterInputs;
import org.skywatt.models.train.LearningSet;
import org.skywatt.models.train.Recipe;

/**
 * A quantile booster that several tasks learn together, each from its own rows: the same to the
 * last bit however the rows are divided.
 *
 * <p>XGBoost finds each round's splits, adding the tasks' histograms. What it does otherwise hangs
 * on who has which rows, and so is done here: bins ({@link SharedBins}), the draw of rows, and the
 * leaves' quantiles, of which XGBoost takes the mean over its workers ({@link LeafQuantiles}).
 * Gradients are multiples of 2^−20, so that sums of up to 2^33 of them are exact in any order.
 */
public final class CollectiveBooster {
  private static final float GRADIENT_UNIT = 1 << 20;

  private final Recipe recipe;
  private final LearningSet rows;
  private final Collective all;
  private final double[] levels;
  private final float[] labels;
  private final float[][] forecasts;
  private final float[] start;

  private CollectiveBooster(Recipe recipe, LearningSet rows, Collective all) {
    this.recipe = recipe;
    this.rows = rows;
    this.all = all;
    this.levels = recipe.levels();
    this.labels = rows.labels();
    this.forecasts = new float[levels.length][labels.length];
    this.start = LeafQuantiles.ofLabels(all, labels, levels);
    for (int level = 0; level < levels.length; level++) {
      Arrays.fill(forecasts[level], start[level]);
    }
  }

  /**
   * Learns with the others.
   *
   * @param rows of this task; at least one
   * @return the model in XGBoost's UBJSON format, the same in every task
   * @throws IllegalStateException if XGBoost fails, or another task is lost
   */
  public static byte[] learn(Recipe recipe, LearningSet rows, Collective all) {
    DMatrix matrix = null;
    try {
      int width = rows.features().get(0).length;
      SharedBins bins = SharedBins.of(all, rows, width, recipe.maxBins());
      matrix = BoosterInputs.matrix(bins.applied(rows.features()));
      matrix.setLabel(rows.labels());
      return new CollectiveBooster(recipe, rows, all).learn(matrix);
    } catch (XGBoostError | IOException e) {
      throw new IllegalStateException("training together failed: " + e.getMessage(), e);
    } finally {
      if (matrix != null) {
        matrix.dispose();
      }
    }
  }

  private byte[] learn(DMatrix matrix) throws XGBoostError, IOException {
    Map<String, Object> parameters = BoosterInputs.parameters(recipe);
    parameters.put("subsample", 1); // drawn here
    parameters.put("base_score", 0.5); // put right in the end
    GrownForest forest = new GrownForest();
    for (int round = 0; round < recipe.rounds(); round++) {
      boolean[][] drawn = drawn(round);
      parameters.put("seed", recipe.seed() + round); // draws the columns
      List<float[]> gradients = gradients(drawn);
      Booster grown =
          XGBoost.train(matrix, parameters, 1, new HashMap<>(), (none, same) -> gradients, null);
      try {
        grow(forest, grown, matrix, drawn);
      } finally {
        grown.dispose();
      }
    }
    return forest.toBytes(start);
  }

  /** Gives the new trees their leaves, and moves the forecasts by them. */
  private void grow(GrownForest forest, Booster grown, DMatrix matrix, boolean[][] drawn)
      throws XGBoostError, IOException {
    GrownForest.Round round = forest.round(grown.toByteArray("json"));
    float[][] leaves = grown.predictLeaf(matrix, 0);
    float[][] values =
        LeafQuantiles.find(all, levels, round.leaves(), leaves, drawn, this::residual);
    for (int level = 0; level < levels.length; level++) {
      for (int node = 0; node < values[level].length; node++) {
        values[level][node] *= (float) recipe.learningRate();
      }
      for (int i = 0; i < labels.length; i++) {
        forecasts[level][i] += values[level][(int) leaves[i][level]];
      }
      round.setLeaves(level, values[level]);
    }
  }

  private float residual(int level, int row) {
    return labels[row] - forecasts[level][row];
  }

  private boolean[][] drawn(int round) {
    boolean[][] drawn = new boolean[levels.length][labels.length];
    for (int level = 0; level < levels.length; level++) {
      long seed = ((long) recipe.seed() * recipe.rounds() + round) * levels.length + level;
      for (int i = 0; i < labels.length; i++) {
        drawn[level][i] = rows.draw(i, seed) < recipe.rowShare();
      }
    }
    return drawn;
  }

  /**
   * First and second derivatives of the pinball loss as XGBoost takes them, a row's levels
   * together.
   */
  private List<float[]> gradients(boolean[][] drawn) {
    float[] first = new float[labels.length * levels.length];
    float[] second = new float[first.length];
    for (int level = 0; level < levels.length; level++) {
      float under = -Math.round(levels[level] * GRADIENT_UNIT) / GRADIENT_UNIT;
      for (int i = 0; i < labels.length; i++) {
        if (drawn[level][i]) {
          int at = i * levels.length + level;
          first[at] = residual(level, i) > 0 ? under : 1 + under;
          second[at] = 1;
        }
      }
    }
    return List.of(first, second);
  }
}
