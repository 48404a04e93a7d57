package org.skywatt.models.train;

import java.util.ArrayList;
import java.util.List;
import org.skywatt.core.forecast.QuantileForecast;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.models.calibrate.LevelMap;

/**
 * Boosted trees that learn power relative to what the plant could give lately, and give it back
 * times that. So training data from before a loss or a gain of capacity stay of use.
 *
 * @param scale place of the feature that tells what the plant could give; rows without it are not
 *     learned from and forecast with the median of those that were
 * @param reach the most power, as a multiple of that feature
 */
public record RelativeBooster(Recipe recipe, int scale, double reach) implements Learner {
  @Override
  public String name() {
    return recipe.name();
  }

  @Override
  public String schema() {
    return recipe.schema();
  }

  @Override
  public boolean solar() {
    return recipe.solar();
  }

  @Override
  public boolean pooled() {
    return recipe.pooled();
  }

  @Override
  public RelativeBooster quicker(int times) {
    return new RelativeBooster(recipe.quicker(times), scale, reach);
  }

  @Override
  public PercentileModel learn(List<TrainingRow> rows) {
    List<float[]> features = new ArrayList<>();
    List<Double> labels = new ArrayList<>();
    List<Double> scales = new ArrayList<>();
    for (TrainingRow row : UsableRows.of(this, rows)) {
      double most = reach * row.features()[scale];
      if (most > 0) {
        features.add(seen(row));
        labels.add(Math.min(1, row.label() / most));
        scales.add(most);
      }
    }
    if (labels.size() < UsableRows.FEWEST) {
      throw new IllegalArgumentException(
          name() + ": only " + labels.size() + " rows tell what the plant could give lately");
    }
    float[] flat = new float[labels.size()];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = labels.get(i).floatValue();
    }
    QuantileBooster booster = QuantileBooster.train(recipe, features, flat);
    double typical = scales.stream().sorted().skip(scales.size() / 2).findFirst().orElseThrow();
    return asked -> percentiles(booster, typical, asked);
  }

  /** The features without the scale: it tells one stretch of time from another, not the weather. */
  private float[] seen(TrainingRow row) {
    float[] features = row.features().clone();
    features[scale] = Float.NaN;
    return features;
  }

  private double[][] percentiles(QuantileBooster booster, double typical, List<TrainingRow> asked) {
    QuantileForecast[] relative = booster.predict(asked.stream().map(this::seen).toList());
    double[][] percentiles = new double[relative.length][];
    for (int i = 0; i < relative.length; i++) {
      TrainingRow row = asked.get(i);
      percentiles[i] = new double[QuantileLevels.PERCENTILES.size()];
      if (solar() && row.sunDown()) {
        continue;
      }
      double most = reach * row.features()[scale];
      double[] own = LevelMap.identity().apply(relative[i]);
      for (int level = 0; level < own.length; level++) {
        percentiles[i][level] = Math.min(1, own[level] * (most > 0 ? most : typical));
      }
    }
    return percentiles;
  }
}
