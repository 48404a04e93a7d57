package org.skywatt.models.train;

import java.util.List;
import org.skywatt.models.calibrate.Calibration;

/** A group whose rows are all here. */
final class RowsAtHand implements LearningGroup {
  private final Recipe recipe;
  private final List<TrainingRow> rows;

  /**
   * @param rows usable ones, in the order of learning
   */
  RowsAtHand(Recipe recipe, List<TrainingRow> rows) {
    this.recipe = recipe;
    this.rows = rows;
  }

  @Override
  public long fewest() {
    return UsableRows.FEWEST;
  }

  @Override
  public Extent extent() {
    return Extent.of(rows);
  }

  @Override
  public long learned(Part part) {
    return part.learned(rows).size();
  }

  @Override
  public QuantileBooster fit(Part part) {
    LearningSet learned = LearningSet.of(recipe, part.learned(rows));
    return QuantileBooster.train(recipe, learned.features(), learned.labels());
  }

  @Override
  public void calibrate(Part part, QuantileBooster booster, Calibration.Fitter fitter) {
    new Outcomes(recipe, part).add(booster, rows, fitter);
  }
}
