package org.skywatt.green.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.skywatt.green.plan.ContiguousWindow;
import org.skywatt.green.plan.RestartPlanner;
import org.skywatt.green.plan.RestartRules;
import org.skywatt.green.plan.SlotCosts;
import org.skywatt.green.plan.SlotJob;
import org.skywatt.green.promise.ChancePlanner;
import org.skywatt.green.promise.Scenarios;

/** Drafts of work of one speed: which steps to run in. */
final class StepChoice {
  // So much dearer than the dearest step that a closed one is taken only if there is no other.
  private static final double CLOSED = 1e6;
  private static final double NARROWEST = 1e-4;

  private final Outlook outlook;
  private final JobSpec spec;
  private final double[] gridCosts;
  private final int first;
  private final int slots;
  private final RestartRules rules;

  StepChoice(Outlook outlook, JobSpec spec, double[] gridCosts, int first) {
    this.outlook = outlook;
    this.spec = spec;
    this.gridCosts = gridCosts;
    this.first = first;
    long step = outlook.power().stepSeconds();
    this.slots = (int) ((spec.duration().plusNanos(999_999_999).toSeconds() + step - 1) / step);
    this.rules = rules(spec, step);
  }

  private static RestartRules rules(JobSpec spec, long step) {
    JobSpec.Interruption how = spec.interruption();
    if (!how.allowed()) {
      return RestartRules.AT_ONE_GO;
    }
    long run = how.minimumRun().toSeconds();
    return new RestartRules(
        how.restartKwh() / (spec.powerKw() * step / 3600.0),
        (int) Math.max(1, (run + step - 1) / step),
        how.maximumStarts());
  }

  /** What starts as soon as it may and goes on. */
  Draft atOnce() {
    int[] steps = new int[slots];
    Arrays.setAll(steps, i -> first + i);
    return draft(steps);
  }

  /**
   * The drafts that are best by the job's risk, and by the mean; none if there are too few steps
   * that are not closed.
   *
   * @param last step after the last that may be used
   * @param terminalsKwh what a battery draws in each step, below 0 where it gives
   */
  List<Draft> best(int last, double level, double... terminalsKwh) {
    List<Draft> drafts = new ArrayList<>();
    if (last - first < slots) {
      return drafts;
    }
    SlotJob job = new SlotJob("job", first, last, slots);
    double[][] gains = gains(last, terminalsKwh);
    double miss = Math.max(NARROWEST, Math.min(1 - NARROWEST, level));
    add(drafts, ChancePlanner.choose(new Scenarios(gains), job, rules, spec.risk(), 1 - miss));
    add(drafts, byMean(gains, job));
    return drafts;
  }

  private void add(List<Draft> drafts, int... steps) {
    for (int step : steps) {
      if (outlook.closed()[step]) {
        return;
      }
    }
    drafts.add(draft(steps));
  }

  private int[] byMean(double[][] gains, SlotJob job) {
    double[] costs = new double[gains[0].length];
    for (double[] course : gains) {
      for (int step = 0; step < costs.length; step++) {
        costs[step] -= course[step] / gains.length;
      }
    }
    SlotCosts mean = SlotCosts.of(costs);
    if (rules.maximumStarts() > 1) {
      return RestartPlanner.choose(mean, job, rules);
    }
    int start = ContiguousWindow.start(mean, job);
    int[] steps = new int[slots];
    Arrays.setAll(steps, i -> start + i);
    return steps;
  }

  /** What the grid's energy costs in each course and step, below 0, if the job runs in it. */
  private double[][] gains(int last, double... terminalsKwh) {
    GreenPower power = outlook.power();
    double dearest = 1;
    for (int step = first; step < last; step++) {
      dearest = Math.max(dearest, Math.abs(gridCosts[step]));
    }
    double[][] gains = new double[power.courses()][last];
    for (int i = 0; i < gains.length; i++) {
      for (int step = first; step < last; step++) {
        double free = power.inCourse(i, step) - terminalsKwh[step] / power.stepHours();
        double cover = Math.max(0, Math.min(1, free / spec.powerKw()));
        gains[i][step] =
            -gridCosts[step] * (1 - cover) - (outlook.closed()[step] ? CLOSED * dearest : 0);
      }
    }
    return gains;
  }

  /** The last step is used only as far as the work needs it. */
  private Draft draft(int... steps) {
    GreenPower power = outlook.power();
    double[] load = new double[power.steps()];
    List<Segment> segments = new ArrayList<>();
    long left = spec.duration().toMillis();
    for (int i = 0; i < steps.length; i++) {
      int from = i;
      long length = 0;
      do {
        long used = Math.min(left, power.stepSeconds() * 1000L);
        load[steps[i]] += spec.powerKw() * used / 3.6e6;
        length += used;
        left -= used;
      } while (i + 1 < steps.length && steps[i + 1] == steps[i] + 1 && ++i > 0);
      load[steps[from]] += from == 0 ? 0 : spec.interruption().restartKwh();
      Instant start = power.start(steps[from]);
      segments.add(new Segment(start, start.plusMillis(length), spec.powerKw()));
    }
    return Draft.of(segments, load, spec.energyKwh());
  }
}
