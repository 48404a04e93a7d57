package org.skywatt.models.train;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.skywatt.core.forecast.QuantileForecast;
import org.skywatt.features.schema.FeatureSchema;
import org.skywatt.features.schema.Schemas;
import org.skywatt.features.schema.SourceMask;
import org.skywatt.models.calibrate.Calibration;
import org.skywatt.models.calibrate.Situation;

/**
 * Trains one group: a booster fitted to all rows, calibrated on outcomes that others like it were
 * not fitted to.
 */
public final class SiteModelTrainer {
  private static final Duration WEATHER_LASTS = Duration.ofHours(12);

  private static final List<Situation> MASKED =
      List.of(Situation.values()).subList(1, Situation.values().length);

  /** Every so many sites one is new to a fold's booster. */
  private static final int STRANGER = 6;

  /** With fewer sites, none can be spared. */
  private static final int FEWEST_SITES = 3;

  private final Recipe recipe;
  private final FeatureSchema schema;
  private final Map<Situation, SourceMask> masks = new EnumMap<>(Situation.class);

  public SiteModelTrainer(Recipe recipe) {
    this.recipe = recipe;
    this.schema = Schemas.get(recipe.schema());
    for (Situation situation : Situation.values()) {
      masks.put(situation, SourceMask.of(schema, situation.missing()));
    }
  }

  /**
   * @param rows rows of the group; those without a label are left out
   * @throws IllegalArgumentException if too few rows have a label
   */
  public SiteModel train(List<TrainingRow> rows) {
    List<TrainingRow> usable = UsableRows.of(recipe, rows);
    Calibration calibration = calibrate(usable);
    return new SiteModel(schema, recipe.solar(), fit(usable), calibration);
  }

  private QuantileBooster fit(List<TrainingRow> rows) {
    List<float[]> features = new ArrayList<>(rows.size());
    List<Float> labels = new ArrayList<>(rows.size());
    for (TrainingRow row : rows) {
      features.add(row.features());
      labels.add((float) row.label());
      // Of a step and not of an issue, though inputs fail for a whole one: more weather is seen.
      int draw = IssueDraw.ofStep(row, recipe.seed(), 1000);
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
   * close to a block are left out too, since weather lasts. What is said of a plant without
   * readings is calibrated on sites that the booster never saw.
   */
  private Calibration calibrate(List<TrainingRow> rows) {
    if (recipe.calibrationFolds() < 2) {
      return Calibration.none();
    }
    Calibration.Fitter fitter = new Calibration.Fitter();
    TimeBlocks blocks = TimeBlocks.over(rows, recipe.calibrationFolds(), WEATHER_LASTS);
    List<TimeBlocks.Fold> folds = blocks.divide(rows);
    for (int i = 0; i < folds.size(); i++) {
      Set<String> strangers = strangers(rows, i);
      List<TrainingRow> learned = new ArrayList<>(folds.get(i).outside());
      learned.removeIf(row -> strangers.contains(row.siteId()));
      if (learned.size() >= UsableRows.FEWEST && !folds.get(i).inside().isEmpty()) {
        calibrate(fit(learned), folds.get(i).inside(), strangers, fitter);
      }
    }
    return fitter.fit();
  }

  /** Sites that are left out of fold {@code fold}, other ones in each. */
  private static Set<String> strangers(List<TrainingRow> rows, int fold) {
    Set<String> strangers = new TreeSet<>();
    rows.forEach(row -> strangers.add(row.siteId()));
    List<String> sites = List.copyOf(strangers);
    strangers.clear();
    for (int i = fold; i < sites.size() && sites.size() >= FEWEST_SITES; i += STRANGER) {
      strangers.add(sites.get(i));
    }
    return strangers;
  }

  private void calibrate(
      QuantileBooster booster,
      List<TrainingRow> held,
      Set<String> strangers,
      Calibration.Fitter fitter) {
    for (Situation situation : Situation.values()) {
      boolean asked = situation == Situation.NO_READINGS && !strangers.isEmpty();
      List<TrainingRow> rows = new ArrayList<>(held);
      rows.removeIf(row -> strangers.contains(row.siteId()) != asked);
      List<float[]> masked = new ArrayList<>(rows.size());
      for (TrainingRow row : rows) {
        masked.add(masks.get(situation).apply(row.features()));
      }
      QuantileForecast[] forecasts = booster.predict(masked);
      for (int i = 0; i < forecasts.length; i++) {
        TrainingRow row = rows.get(i);
        double level = Transform.level(forecasts[i], row.label());
        fitter.add(situation, row.lead(), row.validTime(), level);
      }
    }
  }
}
