package org.skywatt.models.train;

import java.util.ArrayList;
import java.util.List;

/** The rows that there is something to learn from. */
final class UsableRows {
  static final int FEWEST = 200;

  private UsableRows() {}

  /**
   * Rows with a label, of solar sites those with the sun up, in the order of learning.
   *
   * @throws IllegalArgumentException if there are fewer than 200
   */
  static List<TrainingRow> of(Learner learner, List<TrainingRow> rows) {
    List<TrainingRow> usable = new ArrayList<>();
    for (TrainingRow row : rows) {
      if (!Double.isNaN(row.label()) && !(learner.solar() && row.sunDown())) {
        usable.add(row);
      }
    }
    if (usable.size() < FEWEST) {
      throw new IllegalArgumentException(
          learner.name()
              + ": "
              + usable.size()
              + " rows with power to learn from, at least "
              + FEWEST
              + " are needed: ingest more generation, or an earlier start");
    }
    usable.sort(TrainingRow.ORDER);
    return usable;
  }
}
