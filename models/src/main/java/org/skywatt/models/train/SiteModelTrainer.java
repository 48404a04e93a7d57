package org.skywatt.models.train;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.skywatt.core.forecast.QuantileForecast;
import org.skywatt.core.run.InputTier;
import org.skywatt.features.schema.Schemas;
import org.skywatt.features.schema.TierMask;
import org.skywatt.models.calibrate.Calibration;

/**
 * Trains one group: a booster fitted to all rows, calibrated on outcomes that others like it were
 * not fitted to.
 */
public final class SiteModelTrainer {
  private static final Duration WEATHER_LASTS = Duration.ofHours(12);

  private static final List<InputTier> MASKED =
      List.of(
          InputTier.NO_SATELLITE,
          InputTier.NO_NWP,
          InputTier.SMART_PERSISTENCE,
          InputTier.CLIMATOLOGY);

  private final Recipe recipe;
  private final Map<InputTier, TierMask> masks;

  public SiteModelTrainer(Recipe recipe) {
    this.recipe = recipe;
    this.masks = TierMask.all(Schemas.get(recipe.schema()));
  }

  /**
   * @param rows rows of the group; those without a label are left out
   * @throws IllegalArgumentException if too few rows have a label
   */
  public SiteModel train(List<TrainingRow> rows) {
    List<TrainingRow> usable = UsableRows.of(recipe, rows);
    Calibration calibration = calibrate(usable);
    return new SiteModel(recipe.solar(), fit(usable), calibration);
  }

  private QuantileBooster fit(List<TrainingRow> rows) {
    List<float[]> features = new ArrayList<>(rows.size());
    List<Float> labels = new ArrayList<>(rows.size());
    for (TrainingRow row : rows) {
      features.add(row.features());
      labels.add((float) row.label());
      int draw = IssueDraw.of(row, recipe.seed(), 1000); // inputs fail for a whole issue
      if (draw < recipe.maskedShare() * 1000) {
        features.add(masks.get(MASKED.get(draw % MASKED.size())).apply(row.features()));
        labels.add((float) row.label());
      }
    }
    float[] flat = new float[labels.size()];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = labels.get(i);
    }
    return QuantileBooster.train(recipe, features, flat);
  }

  /**
   * Fits the calibration to outcomes of blocks of time that each booster was not fitted to; rows
   * close to a block are left out too, since weather lasts.
   */
  private Calibration calibrate(List<TrainingRow> rows) {
    if (recipe.calibrationFolds() < 2) {
      return Calibration.none();
    }
    Calibration.Fitter fitter = new Calibration.Fitter();
    TimeBlocks blocks = TimeBlocks.over(rows, recipe.calibrationFolds(), WEATHER_LASTS);
    for (TimeBlocks.Fold fold : blocks.divide(rows)) {
      if (fold.outside().size() >= UsableRows.FEWEST && !fold.inside().isEmpty()) {
        calibrate(fold.outside(), fold.inside(), fitter);
      }
    }
    return fitter.fit();
  }

  private void calibrate(
      List<TrainingRow> learned, List<TrainingRow> held, Calibration.Fitter fitter) {
    QuantileBooster booster = fit(learned);
    for (InputTier tier : InputTier.values()) {
      TierMask mask = masks.get(tier);
      List<float[]> masked = new ArrayList<>(held.size());
      for (TrainingRow row : held) {
        masked.add(mask.apply(row.features()));
      }
      QuantileForecast[] forecasts = booster.predict(masked);
      for (int i = 0; i < forecasts.length; i++) {
        TrainingRow row = held.get(i);
        fitter.add(tier, row.lead(), row.validTime(), Transform.level(forecasts[i], row.label()));
      }
    }
  }
}
