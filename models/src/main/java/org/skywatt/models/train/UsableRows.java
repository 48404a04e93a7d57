package org.skywatt.models.train;

import java.util.ArrayList;
import java.util.List;

/** The rows that there is something to learn from. */
public final class UsableRows {
  /** Rows that a booster needs to learn from, at least. */
  public static final int FEWEST = 200;

  private UsableRows() {}

  /**
   * Rows with a label, of solar sites those with the sun up, in the order of learning.
   *
   * @throws IllegalArgumentException if there are fewer than 200
   */
  static List<TrainingRow> of(Learner learner, List<TrainingRow> rows) {
    List<TrainingRow> usable = new ArrayList<>();
    for (TrainingRow row : rows) {
      if (isUsable(learner, row)) {
        usable.add(row);
      }
    }
    require(learner, usable.size(), FEWEST);
    usable.sort(TrainingRow.ORDER);
    return usable;
  }

  /** Whether there is something to learn from a row. */
  public static boolean isUsable(Learner learner, TrainingRow row) {
    return !Double.isNaN(row.label()) && !(learner.solar() && row.sunDown());
  }

  static void require(Learner learner, long count, long fewest) {
    if (count < fewest) {
      throw new IllegalArgumentException(
          learner.name()
              + ": "
              + count
              + " rows with power to learn from, at least "
              + fewest
              + " are needed: ingest more generation, or an earlier start");
    }
  }
}
