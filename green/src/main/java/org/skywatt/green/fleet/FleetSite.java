package org.skywatt.green.fleet;

import org.skywatt.green.plan.PlanException;
import org.skywatt.green.plan.SlotCosts;

/**
 * A place where jobs run.
 *
 * @param id names the site in messages
 * @param costs of a kilowatt-hour in each slot, for example grams of CO2
 * @param powerKw limit of the jobs' power together, one a slot, kW, 0 or more; may be infinite
 * @param places limit of the jobs at once, one a slot, 0 or more
 */
public record FleetSite(String id, SlotCosts costs, double[] powerKw, int[] places) {
  /**
   * @throws PlanException if a limit is missing, negative or no number
   */
  public FleetSite {
    if (powerKw.length != costs.slots() || places.length != costs.slots()) {
      throw new PlanException(
          PlanException.Code.INVALID_COST,
          "site " + id + " needs a limit of power and of jobs for each of its slots");
    }
    for (int slot = 0; slot < powerKw.length; slot++) {
      if (!(powerKw[slot] >= 0) || places[slot] < 0) {
        throw new PlanException(
            PlanException.Code.INVALID_COST,
            "site " + id + " has a limit below 0 in slot " + slot + "; give 0 or more");
      }
    }
  }

  int slots() {
    return powerKw.length;
  }
}
