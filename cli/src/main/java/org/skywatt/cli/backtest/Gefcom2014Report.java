package org.skywatt.cli.backtest;

import java.util.List;
import org.skywatt.models.evaluate.Evaluated;

/** The JSON of {@code backtest gefcom2014}; pinball losses are fractions of capacity. */
record Gefcom2014Report(
    String track,
    List<Task> tasks,
    Double mean,
    List<BaselineReport> baselines,
    Evaluated evaluation,
    double joules,
    String energyTier,
    double seconds) {

  /**
   * @param pinball null where the data hold no power to score with
   * @param benchmark pinball loss of the track's benchmark; null where it is undefined
   * @param hours hours of all zones that were scored
   */
  record Task(int task, Double pinball, Double benchmark, long hours) {}
}
