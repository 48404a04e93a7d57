package org.skywatt.green.job;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Plans one job in whole steps of a forecast so that what its objective counts, of the energy that
 * no promised green power covers, is as small as it can be. A step without a forecast counts as not
 * green.
 */
public final class JobPlanner {
  private static final int FEWEST_PER_CENT = 50;

  private final Outlook outlook;
  private final JobSpec spec;
  private final double[] gridCosts;
  private final int first;

  private JobPlanner(Outlook outlook, JobSpec spec, Instant now) {
    this.outlook = outlook;
    this.gridCosts = outlook.gridCosts(spec.objective());
    this.spec = spec;
    this.first = outlook.power().firstStep(spec.earliest().isBefore(now) ? now : spec.earliest());
  }

  /** A draft and what it is worth. */
  private record Weighed(Draft draft, Worth worth) {}

  /**
   * The best plan within the forecast, whatever it can promise; null if the job does not fit
   * between now and its deadline or the forecast's end into steps that are not closed.
   *
   * @param level quantile of green power that promises count on: what calibration makes of {@code 1
   *     - probability}
   */
  public static JobPlan plan(Outlook outlook, JobSpec spec, Instant now, double level) {
    JobPlanner planner = new JobPlanner(outlook, spec, now);
    int last = outlook.power().lastStep(spec.deadline());
    Weighed best = planner.best(last, level);
    return best == null ? null : planner.plan(best, last, level);
  }

  /**
   * A plan made earlier, by a newer forecast.
   *
   * @param cost of a kilowatt-hour in the measure of the objective; NaN if nothing of it is left
   * @param promised share that it can promise
   */
  public record Kept(double cost, double promised) {}

  /**
   * What a kilowatt-hour of a plan made earlier costs by a newer forecast, in the measure of the
   * objective; a time that the forecast does not reach counts as not green and as dear as the
   * dearest step.
   */
  public static Kept kept(
      Outlook outlook,
      JobSpec spec,
      List<Segment> segments,
      List<Charge> battery,
      Instant now,
      double level) {
    GreenPower power = outlook.power();
    double[] gridCosts = outlook.gridCosts(spec.objective());
    double[] load = new double[power.steps()];
    double within = 0;
    double all = 0;
    Segment before = null;
    for (Segment each : segments) {
      all += each.kwhWithin(now, Instant.MAX);
      boolean restarts = before != null && before.end().isBefore(each.start());
      for (int step = 0; step < load.length; step++) {
        Instant from = power.start(step).isBefore(now) ? now : power.start(step);
        Instant to = power.start(step + 1);
        double kwh = each.kwhWithin(from, to);
        within += kwh;
        boolean starts = restarts && !each.start().isBefore(from) && each.start().isBefore(to);
        load[step] += kwh + (starts ? spec.interruption().restartKwh() : 0);
      }
      before = each;
    }
    double dearest = Arrays.stream(gridCosts).max().orElseThrow();
    if (within <= 0) {
      return new Kept(all > 0 ? dearest : Double.NaN, 0);
    }
    double[] terminals = terminals(spec, power, battery, now);
    // Of elastic work all plans are divided by the same, as new ones are.
    double whole = spec.elastic().isPresent() ? spec.energyKwh() : all;
    Draft kept = new Draft(segments, load, terminals, terminals, within);
    Worth worth = Worth.of(outlook, spec, gridCosts, kept, level);
    double cost = (worth.cost() * within + dearest * (all - within)) / whole;
    return new Kept(cost, worth.promised() * within / all);
  }

  private static double[] terminals(
      JobSpec spec, GreenPower power, List<Charge> battery, Instant now) {
    double[] terminals = new double[power.steps()];
    for (Charge each : battery) {
      int step = power.firstStep(each.start());
      if (!each.start().isBefore(now) && step < terminals.length && spec.battery().isPresent()) {
        terminals[step] += spec.battery().get().terminalsKwh(each.changeKwh());
      }
    }
    return terminals;
  }

  /** What to offer when {@code best} promises less than was asked; null for no plan at all. */
  public static JobOffer offer(
      Outlook outlook, JobSpec spec, Instant now, double level, JobPlan best) {
    JobPlanner planner = new JobPlanner(outlook, spec, now);
    double green = best == null ? 0 : Math.floor(1000 * best.promisedShare()) / 1000;
    return new JobOffer(green, planner.soonestDeadline(level), planner.greatestProbability(level));
  }

  /** More time never promises less, so the soonest deadline is found by halves. */
  private Instant soonestDeadline(double level) {
    int steps = outlook.power().steps();
    int fails = outlook.power().lastStep(spec.deadline());
    if (fails >= steps || !keeps(steps, level)) {
      return null;
    }
    int keeps = steps;
    while (keeps - fails > 1) {
      int middle = (keeps + fails) / 2;
      if (keeps(middle, level)) {
        keeps = middle;
      } else {
        fails = middle;
      }
    }
    return outlook.power().start(keeps);
  }

  /** In whole per cents, at least a half; by halves likewise. */
  private Double greatestProbability(double level) {
    int last = outlook.power().lastStep(spec.deadline());
    int fails = (int) Math.ceil(100 * spec.probability() - 1e-9);
    int keeps = FEWEST_PER_CENT;
    if (fails <= keeps || !keeps(last, bolder(level, keeps))) {
      return null;
    }
    while (fails - keeps > 1) {
      int middle = (fails + keeps) / 2;
      if (keeps(last, bolder(level, middle))) {
        keeps = middle;
      } else {
        fails = middle;
      }
    }
    return keeps / 100.0;
  }

  private double bolder(double level, int perCent) {
    return level + spec.probability() - perCent / 100.0;
  }

  private boolean keeps(int last, double level) {
    Weighed best = best(last, level);
    return best != null && best.worth.promised() >= spec.green();
  }

  private Weighed best(int last, double level) {
    double[] idle = new double[outlook.power().steps()];
    Weighed best = null;
    for (Draft each : drafts(last, level, idle)) {
      best = better(best, each, level);
    }
    if (best == null || spec.battery().isEmpty()) {
      return best;
    }
    // The battery for the job, the job for that battery, and the battery for that job.
    Weighed stored = stored(best.draft, last, level);
    for (Draft each : drafts(last, level, stored.draft.terminalsKwh())) {
      Weighed again = stored(each, last, level);
      stored = again.worth.isBetterThan(stored.worth, spec.green()) ? again : stored;
    }
    return stored.worth.isBetterThan(best.worth, spec.green()) ? stored : best;
  }

  private List<Draft> drafts(int last, double level, double... terminalsKwh) {
    return spec.elastic().isPresent()
        ? new SpeedChoice(outlook, spec, gridCosts, first).best(last, level, terminalsKwh)
        : new StepChoice(outlook, spec, gridCosts, first).best(last, level, terminalsKwh);
  }

  private Weighed stored(Draft draft, int last, double level) {
    Weighed best = null;
    for (double at : new double[] {level, Double.NaN}) {
      Draft stored =
          Storing.with(
              spec.battery().orElseThrow(), draft, outlook.power(), gridCosts, first, last, at);
      best = better(best, stored, level);
    }
    return best;
  }

  private Weighed better(Weighed best, Draft draft, double level) {
    Worth worth = Worth.of(outlook, spec, gridCosts, draft, level);
    return best == null || worth.isBetterThan(best.worth, spec.green())
        ? new Weighed(draft, worth)
        : best;
  }

  private JobPlan plan(Weighed best, int last, double level) {
    Draft atOnce =
        spec.elastic().isPresent()
            ? new SpeedChoice(outlook, spec, gridCosts, first).atOnce(last)
            : new StepChoice(outlook, spec, gridCosts, first).atOnce();
    Worth now = Worth.of(outlook, spec, gridCosts, atOnce, level);
    List<Charge> charges = Storing.charges(outlook.power(), best.draft.changeKwh());
    return new JobPlan(
        best.draft.segments(),
        charges,
        best.worth.promised(),
        best.worth.expected(),
        now.expected(),
        best.worth.cost(),
        best.worth.carbon(),
        Explanation.of(spec, best.draft, best.worth, now));
  }
}
