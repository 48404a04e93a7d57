package org.skywatt.models.train;

import java.util.ArrayList;
import java.util.List;
import org.skywatt.core.forecast.QuantileForecast;
import org.skywatt.features.schema.Schemas;
import org.skywatt.features.schema.SourceMask;
import org.skywatt.models.calibrate.Calibration;
import org.skywatt.models.calibrate.Situation;

/**
 * Where a booster meets the outcomes that a part holds out, in each situation of its inputs. What
 * is said of a plant without readings is met at sites that the booster never saw.
 */
public final class Outcomes {
  private final Recipe recipe;
  private final Part part;

  public Outcomes(Recipe recipe, Part part) {
    this.recipe = recipe;
    this.part = part;
  }

  /**
   * @param rows of the group; those that the part holds out count
   */
  public void add(QuantileBooster booster, List<TrainingRow> rows, Calibration.Fitter fitter) {
    List<TrainingRow> held = part.held(rows);
    for (Situation situation : Situation.values()) {
      boolean strange = situation == Situation.NO_READINGS && !part.strangers().isEmpty();
      List<TrainingRow> asked = new ArrayList<>(held);
      asked.removeIf(row -> part.strangers().contains(row.siteId()) != strange);
      add(situation, booster, asked, fitter);
    }
  }

  private void add(
      Situation situation,
      QuantileBooster booster,
      List<TrainingRow> rows,
      Calibration.Fitter fitter) {
    SourceMask mask = SourceMask.of(Schemas.get(recipe.schema()), situation.missing());
    List<float[]> masked = new ArrayList<>(rows.size());
    for (TrainingRow row : rows) {
      masked.add(mask.apply(row.features()));
    }
    QuantileForecast[] forecasts = booster.predict(masked);
    for (int i = 0; i < forecasts.length; i++) {
      TrainingRow row = rows.get(i);
      double level = Transform.level(forecasts[i], row.label());
      fitter.add(situation, row.lead(), row.validTime(), level);
    }
  }
}
