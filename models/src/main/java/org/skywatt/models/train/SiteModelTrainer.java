package org.skywatt.models.train;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.skywatt.core.forecast.QuantileForecast;
import org.skywatt.core.run.InputTier;
import org.skywatt.features.schema.Feature.Source;
import org.skywatt.features.schema.FeatureSchema;
import org.skywatt.features.schema.Schemas;
import org.skywatt.models.calibrate.Calibration;

/**
 * Trains one group. The newest part of the period calibrates a booster fitted to the rest; the
 * booster that is kept is fitted to all of it.
 */
public final class SiteModelTrainer {
  private static final int FEWEST_ROWS = 200;

  private static final List<Set<Source>> MASKS =
      List.of(
          TierMask.missing(InputTier.NO_SATELLITE),
          TierMask.missing(InputTier.NO_NWP),
          TierMask.missing(InputTier.SMART_PERSISTENCE),
          TierMask.missing(InputTier.CLIMATOLOGY));

  private final Recipe recipe;
  private final FeatureSchema schema;

  public SiteModelTrainer(Recipe recipe) {
    this.recipe = recipe;
    this.schema = Schemas.get(recipe.schema());
  }

  /**
   * @param rows rows of the group; those without a label are left out
   * @throws IllegalArgumentException if too few rows have a label
   */
  public SiteModel train(List<TrainingRow> rows) {
    List<TrainingRow> usable = new ArrayList<>();
    for (TrainingRow row : rows) {
      if (!Double.isNaN(row.label()) && !(recipe.solar() && row.sunDown())) {
        usable.add(row);
      }
    }
    if (usable.size() < FEWEST_ROWS) {
      throw new IllegalArgumentException(
          recipe.name()
              + ": "
              + usable.size()
              + " rows with power to learn from, at least "
              + FEWEST_ROWS
              + " are needed: ingest more generation, or an earlier start");
    }
    usable.sort(TrainingRow.ORDER);
    Calibration calibration = calibrate(usable);
    return new SiteModel(recipe.solar(), fit(usable), calibration);
  }

  private QuantileBooster fit(List<TrainingRow> rows) {
    List<float[]> features = new ArrayList<>(rows.size());
    List<Float> labels = new ArrayList<>(rows.size());
    for (TrainingRow row : rows) {
      features.add(row.features());
      labels.add((float) row.label());
      int draw = Math.floorMod(mix(row.issueTime(), row.siteId()), 1000);
      if (draw < recipe.maskedShare() * 1000) {
        features.add(schema.without(row.features(), MASKS.get(draw % MASKS.size())));
        labels.add((float) row.label());
      }
    }
    float[] flat = new float[labels.size()];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = labels.get(i);
    }
    return QuantileBooster.train(recipe, features, flat);
  }

  /** Inputs fail for a whole issue, so the draw is one a site and issue. */
  private int mix(Instant issueTime, String siteId) {
    long h = issueTime.getEpochSecond() * 0x9E3779B97F4A7C15L + siteId.hashCode();
    h = (h ^ (h >>> 32)) * 0xBF58476D1CE4E5B9L + recipe.seed();
    return (int) (h ^ (h >>> 29));
  }

  private Calibration calibrate(List<TrainingRow> rows) {
    if (recipe.calibrationShare() <= 0) {
      return Calibration.none();
    }
    Instant first = rows.get(0).validTime();
    Instant last = rows.get(rows.size() - 1).validTime();
    long span = last.getEpochSecond() - first.getEpochSecond();
    Instant split = last.minusSeconds((long) (span * recipe.calibrationShare()));
    List<TrainingRow> older = new ArrayList<>();
    List<TrainingRow> newer = new ArrayList<>();
    for (TrainingRow row : rows) {
      if (!row.validTime().isAfter(split)) {
        older.add(row);
      } else if (!row.issueTime().isBefore(split)) {
        newer.add(row);
      }
    }
    if (older.size() < FEWEST_ROWS || newer.isEmpty()) {
      return Calibration.none();
    }
    Calibration.Fitter fitter = new Calibration.Fitter();
    try (QuantileBooster booster = fit(older)) {
      for (InputTier tier : InputTier.values()) {
        List<float[]> masked = new ArrayList<>(newer.size());
        for (TrainingRow row : newer) {
          masked.add(schema.without(row.features(), TierMask.missing(tier)));
        }
        QuantileForecast[] forecasts = booster.predict(masked);
        for (int i = 0; i < forecasts.length; i++) {
          TrainingRow row = newer.get(i);
          fitter.add(tier, row.lead(), Transform.level(forecasts[i], row.label()));
        }
      }
    }
    return fitter.fit();
  }
}
