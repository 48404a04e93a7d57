package org.skywatt.cli.green.replay;

import java.util.List;

/** What the replay of GAIA's trace gives, as JSON. */
record GaiaReport(List<Cell> cells, double seconds) {
  /**
   * One figure.
   *
   * @param policy contiguous or interruptible
   * @param forecast oracle or ours
   * @param savingsPct CO2 saved against running every job at once, %
   * @param waitHours mean time by which jobs end later
   */
  record Cell(
      String region,
      String policy,
      String forecast,
      double savingsPct,
      double waitHours,
      int jobs) {}
}
