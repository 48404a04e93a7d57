package org.skywatt.cli.green.replay;

import java.util.List;

/**
 * What the replay of "Let's Wait Awhile" gives, as JSON; null where a field has no meaning.
 *
 * @param planning null in paper mode
 */
record LetsWaitAwhileReport(
    String mode, List<Cell> cells, List<Planning> planning, double seconds) {
  /**
   * What a year of our forecasts and plans took in a region, against what it saved.
   *
   * @param joules of forecasting and planning anew in each slot, for both deadlines
   * @param energyTier measured, modelled or constant
   * @param planningGrams CO2 of that energy at the region's mean intensity
   * @param savedGrams CO2 that the semi-weekly jobs saved, each of 2,036.6 W
   * @param sharePct the one in the other, %
   */
  record Planning(
      String region,
      double joules,
      String energyTier,
      double planningGrams,
      double savedGrams,
      double sharePct) {}

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
