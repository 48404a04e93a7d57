package org.skywatt.green.plan;

import java.util.Arrays;

/**
 * The cheapest slots for work whose interruption has a price or limits: exact, by a dynamic
 * programme over slots and work done, O(slots in the window × slots of work × starts, if limited).
 *
 * <p>The first start is free, since the work has to start once in any case. Each later start spends
 * the energy of a restart at the cost of its slot.
 */
public final class RestartPlanner {
  private final SlotCosts costs;
  private final SlotJob job;
  private final RestartRules rules;
  private final int window;
  private final int work;
  private final int run;
  private final int limit;
  // Least cost of [slot][starts][work done], not running; and whether the work ran until just then.
  private final double[][] idle;
  private final boolean[][] ran;
  private final boolean[][] started;

  private RestartPlanner(SlotCosts costs, SlotJob job, RestartRules rules, int limit) {
    this.costs = costs;
    this.job = job;
    this.rules = rules;
    this.window = job.deadline() - job.earliest();
    this.work = job.slots();
    this.run = Math.min(rules.minimumRun(), work);
    this.limit = limit;
    int states = (limit + 1) * (work + 1);
    this.idle = new double[window + 1][states];
    this.ran = new boolean[window + 1][states];
    this.started = new boolean[window + 1][states];
  }

  /**
   * The slots to run in, ascending.
   *
   * @throws PlanException if the costs end before the job's deadline
   */
  public static int[] choose(SlotCosts costs, SlotJob job, RestartRules rules) {
    job.requireWithin(costs);
    int[] slots = new RestartPlanner(costs, job, rules, 0).solve();
    // The number of starts is a dimension of its own only where the limit binds.
    return starts(slots) <= rules.maximumStarts()
        ? slots
        : new RestartPlanner(costs, job, rules, rules.maximumStarts()).solve();
  }

  /** How often work in these slots (ascending) starts. */
  public static int starts(int... slots) {
    int starts = 0;
    for (int i = 0; i < slots.length; i++) {
      if (i == 0 || slots[i] > slots[i - 1] + 1) {
        starts++;
      }
    }
    return starts;
  }

  /** What work in these slots (ascending) costs, restarts included. */
  public static double cost(SlotCosts costs, RestartRules rules, int... slots) {
    double cost = 0;
    for (int i = 0; i < slots.length; i++) {
      cost += costs.get(slots[i]);
      if (i > 0 && slots[i] > slots[i - 1] + 1) {
        cost += rules.restartSlots() * costs.get(slots[i]);
      }
    }
    return cost;
  }

  private int[] solve() {
    int states = idle[0].length;
    double[] running = new double[states];
    double[] next = new double[states];
    Arrays.fill(running, Double.POSITIVE_INFINITY);
    Arrays.fill(idle[0], Double.POSITIVE_INFINITY);
    idle[0][0] = 0;
    for (int slot = 1; slot <= window; slot++) {
      step(slot, running, next);
      double[] swap = running;
      running = next;
      next = swap;
    }
    return backwards();
  }

  private void step(int slot, double[] running, double[] next) {
    double last = costs.get(job.earliest() + slot - 1);
    int first = slot - run;
    double runCost = first < 0 ? 0 : costs.sum(job.earliest() + first, job.earliest() + slot);
    double restart = first < 0 ? 0 : rules.restartSlots() * costs.get(job.earliest() + first);
    double[] before = idle[slot - 1];
    double[] here = idle[slot];
    for (int starts = 0; starts <= limit; starts++) {
      int row = starts * (work + 1);
      int earlier = limit == 0 ? row : row - (work + 1);
      for (int done = 0; done <= work; done++) {
        double cost = done == 0 ? Double.POSITIVE_INFINITY : running[row + done - 1] + last;
        if (first >= 0 && done >= run && earlier >= 0) {
          // A restart follows an idle slot; else it would be a run that goes on.
          double fresh =
              done == run
                  ? idle[first][earlier] + runCost
                  : idle[Math.max(0, first - 1)][earlier + done - run] + runCost + restart;
          if (fresh < cost) {
            cost = fresh;
            started[slot][row + done] = true;
          }
        }
        next[row + done] = cost;
        ran[slot][row + done] = cost < before[row + done];
        here[row + done] = Math.min(cost, before[row + done]);
      }
    }
  }

  private int[] backwards() {
    int state = work;
    for (int starts = 1; starts <= limit; starts++) {
      int other = starts * (work + 1) + work;
      if (idle[window][other] < idle[window][state]) {
        state = other;
      }
    }
    int[] slots = new int[work];
    int left = work;
    int slot = window;
    while (left > 0) {
      while (!ran[slot][state]) {
        slot--;
      }
      while (!started[slot][state]) {
        slots[--left] = job.earliest() + --slot;
        state--;
      }
      for (int i = 0; i < run; i++) {
        slots[--left] = job.earliest() + --slot;
      }
      state -= run + (limit == 0 ? 0 : work + 1);
      slot--;
    }
    return slots;
  }
}
