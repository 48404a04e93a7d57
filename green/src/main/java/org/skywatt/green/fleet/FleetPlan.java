package org.skywatt.green.fleet;

import java.util.List;
import java.util.Optional;

/**
 * The plan of a fleet.
 *
 * @param placements one a job, in their order; empty if the job is refused
 * @param refusals the jobs that find no room, and what could be offered
 * @param cost of what is planned, transfers included
 * @param bound no plan of all these jobs costs less; the bound holds for them all, so with refusals
 *     it is no bound of {@code cost}
 */
public record FleetPlan(
    List<Optional<Placement>> placements, List<Refusal> refusals, double cost, double bound) {
  /**
   * By what share of its cost the plan is at most dearer than the cheapest; NaN with refusals, or
   * if the cost is not above 0.
   */
  public double gap() {
    return refusals.isEmpty() && cost > 0 ? (cost - bound) / cost : Double.NaN;
  }
}
