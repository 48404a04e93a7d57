package org.skywatt.green.plan;

/** What a unit of work costs in each slot, for example grams of CO2 a kilowatt-hour. */
public final class SlotCosts {
  private final double[] costs;
  private final double[] before;

  private SlotCosts(double[] costs, double[] before) {
    this.costs = costs;
    this.before = before;
  }

  /**
   * @param costs one a slot, finite; may be negative
   * @throws PlanException if there is none, or one is not finite
   */
  public static SlotCosts of(double... costs) {
    if (costs.length == 0) {
      throw new PlanException(PlanException.Code.INVALID_COST, "there is no slot to plan in");
    }
    double[] before = new double[costs.length + 1];
    for (int slot = 0; slot < costs.length; slot++) {
      if (!Double.isFinite(costs[slot])) {
        throw new PlanException(
            PlanException.Code.INVALID_COST,
            "slot " + slot + " costs " + costs[slot] + "; give every slot a finite cost");
      }
      before[slot + 1] = before[slot] + costs[slot];
    }
    return new SlotCosts(costs.clone(), before);
  }

  public int slots() {
    return costs.length;
  }

  public double get(int slot) {
    return costs[slot];
  }

  /** Sum over the slots from {@code from} (inclusive) to {@code to} (exclusive). */
  public double sum(int from, int to) {
    return before[to] - before[from];
  }
}
