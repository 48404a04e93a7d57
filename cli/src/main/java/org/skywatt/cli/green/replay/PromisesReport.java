package org.skywatt.cli.green.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** What the replay of promises gives, as JSON. */
record PromisesReport(List<Cell> cells, double seconds) {
  /**
   * One site, or all together, at one probability.
   *
   * @param probability with which promises should be kept
   * @param made promises
   * @param keptPct of them, %
   * @param declined jobs of which nothing could be promised
   * @param promised mean promise: green share of a job's energy at farms, kg of CO2 below one a
   *     kilowatt-hour on grids; absent for all together
   * @param outcome what came of it, likewise
   * @param atOnce what running at once would have given, likewise
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Cell(
      String site,
      double probability,
      int made,
      double keptPct,
      int declined,
      Double promised,
      Double outcome,
      Double atOnce) {}
}
