package org.skywatt.models.train;

import java.util.List;
import org.skywatt.features.schema.Schemas;
import org.skywatt.models.calibrate.Calibration;

/**
 * Trains one group: a booster fitted to all rows, calibrated on outcomes that others like it were
 * not fitted to.
 */
public final class SiteModelTrainer {
  private final Recipe recipe;

  public SiteModelTrainer(Recipe recipe) {
    this.recipe = recipe;
  }

  /**
   * @param rows rows of the group; those without a label are left out
   * @throws IllegalArgumentException if too few rows have a label
   */
  public SiteModel train(List<TrainingRow> rows) {
    return train(new RowsAtHand(recipe, UsableRows.of(recipe, rows)));
  }

  /**
   * @param group usable rows, wherever they are
   * @throws IllegalArgumentException if there are too few of them
   */
  public SiteModel train(LearningGroup group) {
    Extent extent = group.extent();
    UsableRows.require(recipe, extent.rows(), group.fewest());
    Calibration.Fitter fitter = new Calibration.Fitter();
    for (Part part : Part.heldInTurn(recipe, extent)) {
      // The same however many tasks the rows lie with.
      if (group.learned(part) >= UsableRows.FEWEST) {
        group.calibrate(part, group.fit(part), fitter);
      }
    }
    QuantileBooster booster = group.fit(Part.WHOLE);
    return new SiteModel(Schemas.get(recipe.schema()), recipe.solar(), booster, fitter.fit());
  }
}
