package org.skywatt.green.plan;

import java.util.Arrays;

/** The cheapest slots for work that may be interrupted at no cost. */
public final class CheapestSlots {
  private CheapestSlots() {}

  /**
   * The slots to run in, ascending; of equally cheap ones the soonest.
   *
   * @throws PlanException if the costs end before the job's deadline
   */
  public static int[] choose(SlotCosts costs, SlotJob job) {
    job.requireWithin(costs);
    double[] sorted = new double[job.deadline() - job.earliest()];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = costs.get(job.earliest() + i);
    }
    Arrays.sort(sorted);
    double dearest = sorted[job.slots() - 1];
    int atDearest = 1;
    while (atDearest < job.slots() && sorted[job.slots() - 1 - atDearest] == dearest) {
      atDearest++;
    }
    int[] chosen = new int[job.slots()];
    int count = 0;
    for (int slot = job.earliest(); count < chosen.length; slot++) {
      double cost = costs.get(slot);
      if (cost < dearest || (cost == dearest && atDearest-- > 0)) {
        chosen[count++] = slot;
      }
    }
    return chosen;
  }
}
