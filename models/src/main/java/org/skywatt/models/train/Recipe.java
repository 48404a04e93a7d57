package org.skywatt.models.train;

import java.util.List;
import org.skywatt.core.forecast.QuantileLevels;

/**
 * How a model is trained.
 *
 * @param schema name of the feature schema
 * @param solar whether rows with the sun down are left out and forecast as zero
 * @param pooled one booster for all sites, or one a site
 * @param levels quantile levels that the booster learns
 * @param rounds boosting rounds
 * @param maxBins histogram bins a feature
 * @param calibrationFolds blocks of time that are held out in turn to calibrate on; 0 for no
 *     calibration
 * @param maskedShare share of rows that are learned from a second time without some inputs, so that
 *     the model knows what to do when they are missing
 */
public record Recipe(
    String name,
    String schema,
    boolean solar,
    boolean pooled,
    double[] levels,
    int rounds,
    int depth,
    double learningRate,
    double rowShare,
    double columnShare,
    double minChildWeight,
    int maxBins,
    int calibrationFolds,
    double maskedShare,
    int seed)
    implements Learner {

  @Override
  public PercentileModel learn(List<TrainingRow> rows) {
    return new SiteModelTrainer(this).train(rows);
  }

  @Override
  public Recipe quicker(int times) {
    return new Recipe(
        name,
        schema,
        solar,
        pooled,
        levels,
        Math.max(1, rounds / times),
        depth,
        Math.min(0.3, learningRate * times),
        rowShare,
        columnShare,
        minChildWeight,
        maxBins,
        calibrationFolds,
        maskedShare,
        seed);
  }

  /** The same without calibration: a fit instead of several. */
  public Recipe uncalibrated() {
    return new Recipe(
        name,
        schema,
        solar,
        pooled,
        levels,
        rounds,
        depth,
        learningRate,
        rowShare,
        columnShare,
        minChildWeight,
        maxBins,
        0,
        maskedShare,
        seed);
  }

  public QuantileLevels quantileLevels() {
    return QuantileLevels.of(levels);
  }
}
