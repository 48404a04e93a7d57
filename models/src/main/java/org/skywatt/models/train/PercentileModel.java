package org.skywatt.models.train;

import java.util.List;

/** What was learned. */
public interface PercentileModel {
  /**
   * The 99 percentiles of every row as fractions of capacity, ascending and within [0, 1]; all zero
   * for a solar row with the sun down.
   */
  double[][] percentiles(List<TrainingRow> rows);
}
