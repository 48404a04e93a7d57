package org.skywatt.green.promise;

import java.util.Arrays;
import org.skywatt.green.plan.CheapestSlots;
import org.skywatt.green.plan.SlotCosts;
import org.skywatt.green.plan.SlotJob;

/**
 * The slots of which most can be promised. At one go all starts are tried, so the answer is exact.
 * Work that may be interrupted is planned by the mean of the scenarios that it would fare worst in,
 * again and again, and then slots are exchanged while that helps: near the best, not exact.
 */
public final class ChancePlanner {
  private static final int ROUNDS = 12;
  private static final int EXCHANGES = 200;

  private final Scenarios scenarios;
  private final SlotJob job;
  private final Risk risk;
  private final double miss;
  private int[] best = new int[0];
  private double value = Double.NEGATIVE_INFINITY;

  private ChancePlanner(Scenarios scenarios, SlotJob job, Risk risk, double probability) {
    this.scenarios = scenarios;
    this.job = job;
    this.risk = risk;
    this.miss = 1 - probability;
  }

  /**
   * The slots to run in, ascending.
   *
   * @param probability with which a promise is to be kept, above 0, below 1
   * @throws org.skywatt.green.plan.PlanException if the scenarios end before the job's deadline
   */
  public static int[] choose(
      Scenarios scenarios, SlotJob job, boolean interruptible, Risk risk, double probability) {
    if (!(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException(
          "probability " + probability + " must lie between 0 and 1");
    }
    ChancePlanner planner = new ChancePlanner(scenarios, job, risk, probability);
    // Refuses a deadline beyond the scenarios.
    int[] byMean = CheapestSlots.choose(planner.costs(new double[0]), job);
    if (interruptible) {
      planner.consider(byMean);
      planner.byWorstScenarios();
      planner.exchange();
    } else {
      for (int start = job.earliest(); start <= job.deadline() - job.slots(); start++) {
        int first = start;
        int[] slots = new int[job.slots()];
        Arrays.setAll(slots, i -> first + i);
        planner.consider(slots);
      }
    }
    return planner.best;
  }

  private boolean consider(int... slots) {
    double candidate = risk.of(scenarios.outcomes(slots), miss);
    if (candidate > value + 1e-12) {
      value = candidate;
      best = slots.clone();
      return true;
    }
    return false;
  }

  /** What is lost in each slot: in all scenarios alike, or in those of some weight. */
  private SlotCosts costs(double[] weights) {
    double[] costs = new double[scenarios.slots()];
    for (int i = 0; i < scenarios.count(); i++) {
      double weight = weights.length == 0 ? 1.0 / scenarios.count() : weights[i];
      for (int slot = 0; weight > 0 && slot < costs.length; slot++) {
        costs[slot] -= weight * scenarios.values()[i][slot];
      }
    }
    return SlotCosts.of(costs);
  }

  private void byWorstScenarios() {
    double[] weights = new double[scenarios.count()];
    Arrays.fill(weights, 1.0 / weights.length);
    int[] slots = best;
    for (int round = 1; round <= ROUNDS; round++) {
      double limit = Quantile.of(scenarios.outcomes(slots), miss);
      int worst = 0;
      for (double[] scenario : scenarios.values()) {
        worst += Scenarios.mean(scenario, slots) <= limit + 1e-12 ? 1 : 0;
      }
      double part = 1.0 / (1 + round);
      for (int i = 0; i < weights.length; i++) {
        boolean bad = Scenarios.mean(scenarios.values()[i], slots) <= limit + 1e-12;
        weights[i] = (1 - part) * weights[i] + (bad ? part / Math.max(1, worst) : 0);
      }
      slots = CheapestSlots.choose(costs(weights), job);
      consider(slots);
    }
  }

  private void exchange() {
    int tries = 0;
    boolean better = true;
    while (better && tries < EXCHANGES) {
      better = false;
      for (int i = 0; i < best.length && !better; i++) {
        for (int slot = job.earliest(); slot < job.deadline() && !better; slot++) {
          if (Arrays.binarySearch(best, slot) < 0 && tries++ < EXCHANGES) {
            int[] other = best.clone();
            other[i] = slot;
            Arrays.sort(other);
            better = consider(other);
          }
        }
      }
    }
  }
}
