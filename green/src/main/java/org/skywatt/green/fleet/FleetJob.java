package org.skywatt.green.fleet;

import java.util.List;
import org.skywatt.green.plan.PlanException;
import org.skywatt.green.plan.SlotJob;

/**
 * A job of a fleet.
 *
 * @param work its slots and between which it runs
 * @param powerKw while it runs, kW, above 0
 * @param interruptible whether it may run in slots that do not follow each other; what a restart
 *     costs is planned by {@link org.skywatt.green.plan.RestartPlanner}, one job at a time
 * @param options the sites it may run at, at least one
 * @param after positions in the fleet's list of the jobs that must have ended before it starts;
 *     each lower than its own position
 */
public record FleetJob(
    SlotJob work,
    double powerKw,
    boolean interruptible,
    List<Option> options,
    List<Integer> after) {
  /**
   * A site that the job may run at.
   *
   * @param site position in the fleet's list of sites
   * @param transferKwh energy that moving its data there takes, kWh; it costs what the site's slots
   *     cost on average over the job's window
   */
  public record Option(int site, double transferKwh) {}

  /**
   * @throws PlanException for what no job can be
   */
  public FleetJob {
    options = List.copyOf(options);
    after = List.copyOf(after);
    if (!(powerKw > 0) || Double.isInfinite(powerKw)) {
      throw invalid(work.id(), "draws " + powerKw + " kW; give a power above 0");
    }
    if (options.isEmpty()) {
      throw invalid(work.id(), "may run at no site; name at least one");
    }
    for (Option option : options) {
      if (!(option.transferKwh >= 0) || Double.isInfinite(option.transferKwh)) {
        throw invalid(work.id(), "moves with " + option.transferKwh + " kWh; give 0 or more");
      }
    }
  }

  private static PlanException invalid(String id, String why) {
    return new PlanException(PlanException.Code.INVALID_JOB, "job " + id + " " + why);
  }
}
