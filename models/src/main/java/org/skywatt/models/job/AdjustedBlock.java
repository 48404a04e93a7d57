package org.skywatt.models.job;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import org.skywatt.core.forecast.QuantileForecast;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.models.adjust.Adjustment;
import org.skywatt.models.adjust.RecentErrors;
import org.skywatt.models.predict.Adjuster;
import org.skywatt.models.train.TrainingRow;

/**
 * The forecasts of a site by one model, moved as {@link Adjuster} would have moved them at each
 * issue: by forecasts of the same block, made at the same time of the days before.
 */
final class AdjustedBlock {
  private static final Duration DAY = Duration.ofDays(1);

  private final List<TrainingRow> rows;
  private final double[] means;
  private final ToDoubleBiFunction<TrainingRow, Instant> metered;
  private final Map<Instant, Integer> firsts = new HashMap<>();

  /**
   * @param rows sorted by {@link StepRows#ORDER}
   * @param percentiles of each row, as the model gives them
   * @param metered what came of a row, as known at a time
   */
  AdjustedBlock(
      List<TrainingRow> rows,
      double[][] percentiles,
      ToDoubleBiFunction<TrainingRow, Instant> metered) {
    this.rows = rows;
    this.metered = metered;
    this.means = new double[percentiles.length];
    for (int i = 0; i < means.length; i++) {
      firsts.putIfAbsent(rows.get(i).issueTime(), i);
      means[i] = QuantileForecast.rearranged(QuantileLevels.PERCENTILES, percentiles[i], 1).mean();
    }
  }

  /** Moves the percentiles in place. */
  void apply(double[][] percentiles) {
    int at = 0;
    while (at < rows.size()) {
      Instant issue = rows.get(at).issueTime();
      Adjustment adjustment = adjustment(issue);
      while (at < rows.size() && rows.get(at).issueTime().equals(issue)) {
        adjustment.apply(percentiles[at], rows.get(at).lead());
        at++;
      }
    }
  }

  private Adjustment adjustment(Instant issue) {
    RecentErrors errors = new RecentErrors();
    for (int day = Adjuster.DAYS; day > 0; day--) {
      Instant past = issue.minus(DAY.multipliedBy(day));
      int at = firsts.getOrDefault(past, rows.size());
      while (at < rows.size() && rows.get(at).issueTime().equals(past)) {
        TrainingRow row = rows.get(at);
        double known = metered.applyAsDouble(row, issue);
        if (!Double.isNaN(known)) {
          errors.add(row.lead(), RecentErrors.day(row.validTime()), means[at], known);
        }
        at++;
      }
    }
    return errors.adjustment();
  }
}
