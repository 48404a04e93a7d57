package org.skywatt.models.train;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.skywatt.core.forecast.QuantileForecast;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.models.forest.FlatForest;
import org.skywatt.models.forest.ForestReader;

/**
 * Trees for several quantile levels in one booster ({@code reg:quantileerror}), trained by XGBoost
 * and evaluated in plain Java. One thread: groups are trained side by side, and the result does not
 * depend on the machine.
 */
public final class QuantileBooster {
  private static final String FORMAT = "ubj";

  private final byte[] model;
  private final FlatForest forest;
  private final QuantileLevels levels;
  private final Tails tails;

  private QuantileBooster(byte[] model, FlatForest forest, QuantileLevels levels) {
    this.model = model;
    this.forest = forest;
    this.levels = levels;
    this.tails = new Tails(levels);
  }

  /**
   * Trains on rows in their given order.
   *
   * @param features one row each, of equal length; NaN is missing
   * @param labels fractions of capacity, none NaN
   */
  public static QuantileBooster train(Recipe recipe, List<float[]> features, float[] labels) {
    Map<String, Object> parameters = BoosterInputs.parameters(recipe);
    DMatrix matrix = null;
    Booster booster = null;
    try {
      matrix = BoosterInputs.matrix(features);
      matrix.setLabel(labels);
      booster = XGBoost.train(matrix, parameters, recipe.rounds(), new HashMap<>(), null, null);
      return load(booster.toByteArray(FORMAT), recipe.quantileLevels());
    } catch (XGBoostError | IOException e) {
      throw new IllegalStateException("training failed: " + e.getMessage(), e);
    } finally {
      if (booster != null) {
        booster.dispose();
      }
      if (matrix != null) {
        matrix.dispose();
      }
    }
  }

  /**
   * @throws IOException if {@code model} is not a booster of these levels
   */
  public static QuantileBooster load(byte[] model, QuantileLevels levels) throws IOException {
    FlatForest forest = ForestReader.read(model);
    if (forest.outputs() != levels.size()) {
      throw new IOException(
          "the model has "
              + forest.outputs()
              + " outputs, but there are "
              + levels.size()
              + " levels");
    }
    return new QuantileBooster(model.clone(), forest, levels);
  }

  /** The model in XGBoost's UBJSON format. */
  public byte[] toBytes() {
    return model.clone();
  }

  public int trees() {
    return forest.trees();
  }

  /** Splits and leaves of all trees. */
  public int nodes() {
    return forest.nodes();
  }

  /** Levels of the forecasts: those of the booster and of its tails. */
  QuantileLevels forecastLevels() {
    return tails.levels();
  }

  /**
   * Forecasts of every row, with the levels of the booster and linear tails to 0 and 1, bounded to
   * [0, 1].
   */
  public QuantileForecast[] predict(List<float[]> features) {
    float[][] raw = forest.predict(features);
    QuantileForecast[] forecasts = new QuantileForecast[raw.length];
    for (int i = 0; i < raw.length; i++) {
      forecasts[i] = tails.added(raw[i]);
    }
    return forecasts;
  }

  /**
   * What each feature adds to the forecast of one level: exact Shapley values of the trees
   * (Lundberg and others 2018), in fractions of capacity. The last value is what the model says on
   * average; together they are the raw forecast, before calibration and bounds.
   *
   * @param level index among the booster's levels
   */
  public float[] contributions(float[] features, int level) {
    DMatrix matrix = null;
    Booster booster = null;
    try {
      matrix = BoosterInputs.matrix(List.of(features));
      booster = XGBoost.loadModel(model);
      int width = features.length + 1;
      float[] all = booster.predictContrib(matrix, 0)[0];
      if (all.length != width * levels.size()) {
        throw new IllegalStateException(
            all.length + " contributions of " + width + " values and " + levels.size() + " levels");
      }
      return Arrays.copyOfRange(all, level * width, (level + 1) * width);
    } catch (XGBoostError | IOException e) {
      throw new IllegalStateException("explaining failed: " + e.getMessage(), e);
    } finally {
      if (booster != null) {
        booster.dispose();
      }
      if (matrix != null) {
        matrix.dispose();
      }
    }
  }
}
