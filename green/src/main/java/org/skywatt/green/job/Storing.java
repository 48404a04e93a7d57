package org.skywatt.green.job;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.skywatt.green.plan.Battery;
import org.skywatt.green.plan.BatteryPlanner;
import org.skywatt.green.plan.SlotCosts;

/** What a battery beside a job does: it stores green power that the job does not use. */
final class Storing {
  private static final double IDLE = 1e-9;

  private Storing() {}

  /**
   * A draft with its battery planned for the green power that there is at a level.
   *
   * @param level NaN for the mean
   */
  static Draft with(
      Battery battery,
      Draft draft,
      GreenPower power,
      double[] gridCosts,
      int first,
      int last,
      double level) {
    double[] green = new double[last - first];
    double[] costs = new double[green.length];
    for (int i = 0; i < green.length; i++) {
      green[i] = power.known(first + i, level) * power.stepHours();
      costs[i] = Math.max(0, gridCosts[first + i]);
    }
    double[] load = Arrays.copyOfRange(draft.loadKwh(), first, last);
    double[] planned =
        BatteryPlanner.plan(SlotCosts.of(costs), load, green, battery, power.stepHours());
    double[] change = new double[power.steps()];
    double[] terminals = new double[change.length];
    for (int i = 0; i < planned.length; i++) {
      change[first + i] = planned[i];
      terminals[first + i] = battery.terminalsKwh(planned[i]);
    }
    return new Draft(draft.segments(), draft.loadKwh(), change, terminals, draft.workKwh());
  }

  /** As it is told: steps in which it rests are left out. */
  static List<Charge> charges(GreenPower power, double... changeKwh) {
    List<Charge> charges = new ArrayList<>();
    for (int step = 0; step < changeKwh.length; step++) {
      if (Math.abs(changeKwh[step]) > IDLE) {
        charges.add(new Charge(power.start(step), power.start(step + 1), changeKwh[step]));
      }
    }
    return charges;
  }
}
