package org.skywatt.cli.backtest;

import java.util.List;

/** The JSON of {@code backtest gefcom2014}; pinball losses are fractions of capacity. */
record Gefcom2014Report(
    String track, List<Task> tasks, Double mean, double joules, String energyTier, double seconds) {

  /**
   * @param pinball null where the data hold no power to score with
   * @param benchmark pinball loss of the track's benchmark; null where it is undefined
   * @param hours hours of all zones that were scored
   */
  record Task(int task, Double pinball, Double benchmark, long hours) {}
}
