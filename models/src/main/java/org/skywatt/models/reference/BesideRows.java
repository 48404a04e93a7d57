package org.skywatt.models.reference;

import java.util.List;
import org.skywatt.models.evaluate.ScoredStep;
import org.skywatt.models.train.Learner;
import org.skywatt.models.train.TrainingRow;

/** What baselines say beside each forecast. */
public final class BesideRows {
  private BesideRows() {}

  /**
   * For each row of {@code future}, the forecast of each baseline fitted to {@code past}, as a
   * {@link ScoredStep} has them.
   */
  public static double[][][] of(
      List<Learner> references, List<TrainingRow> past, List<TrainingRow> future) {
    double[][][] beside = new double[future.size()][references.size()][];
    for (int reference = 0; reference < references.size(); reference++) {
      double[][] percentiles = references.get(reference).learn(past).percentiles(future);
      for (int row = 0; row < percentiles.length; row++) {
        beside[row][reference] = ScoredStep.compact(percentiles[row]);
      }
    }
    return beside;
  }
}
