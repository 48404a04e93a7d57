package org.skywatt.green.job;

import java.util.Arrays;
import org.skywatt.green.promise.PromiseCalibration;
import org.skywatt.green.promise.Risk;

/**
 * What a draft is worth over the courses of green power.
 *
 * @param promised share of the energy that is green, by the job's risk
 * @param expected mean share
 * @param cost of a kilowatt-hour of work in the measure of the objective, by the job's risk
 * @param expectedCost mean cost
 * @param carbon expected CO2 of a kilowatt-hour that it draws
 */
record Worth(
    double promised, double expected, double cost, double expectedCost, JobPlan.Carbon carbon) {
  private static final double TIE = 1e-9;

  /**
   * Weighs a draft.
   *
   * @param gridCosts of a kilowatt-hour from the grid in each step
   * @param level quantile that promises count on
   */
  static Worth of(Outlook outlook, JobSpec spec, double[] gridCosts, Draft draft, double level) {
    GreenPower power = outlook.power();
    int[] steps = busy(draft);
    double hours = power.stepHours();
    double load = Arrays.stream(draft.loadKwh()).sum();
    double[] shares = new double[power.courses()];
    double[] gains = new double[shares.length];
    double market = 0;
    for (int i = 0; i < shares.length; i++) {
      double fromGrid = 0;
      double cost = 0;
      for (int step : steps) {
        double free = power.inCourse(i, step) * hours;
        double grid = Math.max(0, draft.loadKwh()[step] + draft.terminalsKwh()[step] - free);
        fromGrid += grid;
        cost += grid * gridCosts[step];
        market += grid > 0 ? grid * outlook.gramsPerKwh()[step] : 0;
      }
      shares[i] = 1 - fromGrid / load;
      gains[i] = -cost / draft.workKwh();
    }
    double location = 0;
    for (int step : steps) {
      double drawn = draft.loadKwh()[step] + draft.terminalsKwh()[step];
      location += drawn * outlook.gramsPerKwh()[step];
    }
    JobPlan.Carbon carbon = new JobPlan.Carbon(location / load, market / (shares.length * load));
    double expected = Arrays.stream(shares).average().orElseThrow();
    double expectedGain = Arrays.stream(gains).average().orElseThrow();
    Arrays.sort(shares);
    Arrays.sort(gains);
    return new Worth(
        Math.max(0, Math.min(1, by(spec.risk(), level, shares))),
        expected,
        -by(spec.risk(), level, gains),
        -expectedGain,
        carbon);
  }

  private static double by(Risk risk, double level, double... outcomes) {
    return risk == Risk.CHANCE
        ? PromiseCalibration.promise(level, outcomes)
        : risk.of(outcomes, Math.max(0, Math.min(1, level)));
  }

  private static int[] busy(Draft draft) {
    int[] steps = new int[draft.loadKwh().length];
    int count = 0;
    for (int step = 0; step < steps.length; step++) {
      if (draft.loadKwh()[step] != 0 || draft.terminalsKwh()[step] != 0) {
        steps[count++] = step;
      }
    }
    return Arrays.copyOf(steps, count);
  }

  /**
   * Whether it keeps a promise that the other does not; else whether it costs less; if that is a
   * tie, whether it is expected to.
   *
   * @param green share that is to be promised
   */
  boolean isBetterThan(Worth other, double green) {
    boolean keeps = promised >= green;
    if (keeps != other.promised >= green) {
      return keeps;
    }
    double gain = other.cost - cost;
    double tie = TIE * (1 + Math.abs(cost));
    return gain > tie || (gain > -tie && other.expectedCost - expectedCost > tie);
  }
}
