package org.skywatt.models.train;

import org.skywatt.models.calibrate.Calibration;

/** The rows that one model learns from, in one place or several. */
public interface LearningGroup {
  /** Rows that there must be to learn from, at least. */
  long fewest();

  /** What the rows reach over. */
  Extent extent();

  /** How many rows of a part are learned from. */
  long learned(Part part);

  /** A booster fitted to the rows that a part learns from. */
  QuantileBooster fit(Part part);

  /**
   * Adds where the outcomes that a part holds out are met.
   *
   * @param booster fitted to the others
   */
  void calibrate(Part part, QuantileBooster booster, Calibration.Fitter fitter);
}
