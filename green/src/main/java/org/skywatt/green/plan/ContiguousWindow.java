package org.skywatt.green.plan;

/** The cheapest stretch of consecutive slots, by prefix sums: one pass over the starts. */
public final class ContiguousWindow {
  private ContiguousWindow() {}

  /**
   * The slot to start in; of equally cheap ones the soonest.
   *
   * @throws PlanException if the costs end before the job's deadline
   */
  public static int start(SlotCosts costs, SlotJob job) {
    job.requireWithin(costs);
    int best = job.earliest();
    for (int start = best + 1; start <= job.deadline() - job.slots(); start++) {
      if (costs.sum(start, start + job.slots()) < costs.sum(best, best + job.slots())) {
        best = start;
      }
    }
    return best;
  }
}
