package org.skywatt.green.promise;

import java.util.Arrays;
import org.skywatt.green.plan.CheapestSlots;
import org.skywatt.green.plan.RestartPlanner;
import org.skywatt.green.plan.RestartRules;
import org.skywatt.green.plan.SlotCosts;
import org.skywatt.green.plan.SlotJob;

/**
 * The slots of which most can be promised. At one go all starts are tried, so the answer is exact.
 * Work that may be interrupted is planned by the mean of the scenarios that it would fare worst in,
 * again and again; where restarts are free, slots are then exchanged while that helps: near the
 * best, not exact.
 */
public final class ChancePlanner {
  private static final int ROUNDS = 12;
  private static final int EXCHANGES = 200;

  private final Scenarios scenarios;
  private final SlotJob job;
  private final RestartRules rules;
  private final Risk risk;
  private final double miss;
  private int[] best = new int[0];
  private double value = Double.NEGATIVE_INFINITY;

  private ChancePlanner(
      Scenarios scenarios, SlotJob job, RestartRules rules, Risk risk, double probability) {
    this.scenarios = scenarios;
    this.job = job;
    this.rules = rules;
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
    return choose(
        scenarios,
        job,
        interruptible ? RestartRules.FREE : RestartRules.AT_ONE_GO,
        risk,
        probability);
  }

  /** The same for work whose restarts take energy or are limited. */
  public static int[] choose(
      Scenarios scenarios, SlotJob job, RestartRules rules, Risk risk, double probability) {
    if (!(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException(
          "probability " + probability + " must lie between 0 and 1");
    }
    ChancePlanner planner = new ChancePlanner(scenarios, job, rules, risk, probability);
    if (rules.maximumStarts() == 1) {
      job.requireWithin(scenarios.slots());
      for (int start = job.earliest(); start <= job.deadline() - job.slots(); start++) {
        int first = start;
        int[] slots = new int[job.slots()];
        Arrays.setAll(slots, i -> first + i);
        planner.consider(slots);
      }
      return planner.best;
    }
    planner.consider(planner.cheapest(planner.costs(new double[0])));
    planner.byWorstScenarios();
    if (rules.equals(RestartRules.FREE)) {
      planner.exchange();
    }
    return planner.best;
  }

  private int[] cheapest(SlotCosts costs) {
    return rules.equals(RestartRules.FREE)
        ? CheapestSlots.choose(costs, job)
        : RestartPlanner.choose(costs, job, rules);
  }

  private boolean consider(int... slots) {
    double candidate = risk.of(outcomes(slots), miss);
    if (candidate > value + 1e-12) {
      value = candidate;
      best = slots.clone();
      return true;
    }
    return false;
  }

  /** What is gained in each scenario, ascending; a restart loses what its slot does. */
  private double[] outcomes(int... slots) {
    double[] outcomes = new double[scenarios.count()];
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = outcome(scenarios.values()[i], slots);
    }
    Arrays.sort(outcomes);
    return outcomes;
  }

  private double outcome(double[] scenario, int... slots) {
    double restarts = 0;
    for (int i = 1; i < slots.length && rules.restartSlots() > 0; i++) {
      restarts += slots[i] > slots[i - 1] + 1 ? scenario[slots[i]] : 0;
    }
    return Scenarios.mean(scenario, slots) + rules.restartSlots() * restarts / slots.length;
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
      double limit = Quantile.of(outcomes(slots), miss);
      int worst = 0;
      for (double[] scenario : scenarios.values()) {
        worst += outcome(scenario, slots) <= limit + 1e-12 ? 1 : 0;
      }
      double part = 1.0 / (1 + round);
      for (int i = 0; i < weights.length; i++) {
        boolean bad = outcome(scenarios.values()[i], slots) <= limit + 1e-12;
        weights[i] = (1 - part) * weights[i] + (bad ? part / Math.max(1, worst) : 0);
      }
      slots = cheapest(costs(weights));
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
