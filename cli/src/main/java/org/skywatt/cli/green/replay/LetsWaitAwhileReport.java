package org.skywatt.cli.green.replay;

import java.util.List;

/** What the replay of "Let's Wait Awhile" gives, as JSON; null where a field has no meaning. */
record LetsWaitAwhileReport(String mode, List<Cell> cells, double seconds) {
  /**
   * One figure.
   *
   * @param scenario nightly or ml
   * @param forecast noise, oracle or ours
   * @param errorPct noise, % of the mean intensity
   * @param capJobs jobs at once at most
   * @param restartMinutes energy of a restart, minutes of work
   */
  record Cell(
      String scenario,
      String region,
      Integer windowSteps,
      String deadline,
      Boolean interruptible,
      String forecast,
      Integer errorPct,
      Integer capJobs,
      Integer restartMinutes,
      double savingsPct,
      Double startsPerJob) {}
}
