package org.skywatt.green.job;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.skywatt.green.plan.ContiguousWindow;
import org.skywatt.green.plan.RestartPlanner;
import org.skywatt.green.plan.RestartRules;
import org.skywatt.green.plan.SlotCosts;
import org.skywatt.green.plan.SlotJob;

/**
 * Plans one job in whole steps of a forecast so that the green share it can be promised is as great
 * as it can be. A step without a forecast counts as not green.
 */
public final class JobPlanner {
  private static final double MEDIAN = 0.5;
  private static final double OFFER_STEP = 0.01;

  private final GreenPower power;
  private final JobSpec spec;
  private final int first;
  private final int slots;

  private JobPlanner(GreenPower power, JobSpec spec, Instant now) {
    this.power = power;
    this.spec = spec;
    this.first = power.firstStep(spec.earliest().isBefore(now) ? now : spec.earliest());
    long step = power.stepSeconds();
    this.slots = (int) ((spec.duration().plusNanos(999_999_999).toSeconds() + step - 1) / step);
  }

  /**
   * The best plan within the forecast, whatever it can promise; null if the job does not fit
   * between now and its deadline or the forecast's end.
   *
   * @param level quantile of green power that promises count on: what calibration makes of {@code 1
   *     - probability}
   */
  public static JobPlan plan(GreenPower power, JobSpec spec, Instant now, double level) {
    JobPlanner planner = new JobPlanner(power, spec, now);
    int last = power.lastStep(spec.deadline());
    return planner.fits(last) ? planner.plan(last, level) : null;
  }

  /**
   * The share that a plan made earlier can be promised by a newer forecast; a time that the
   * forecast does not reach counts as not green. NaN if nothing of it is left.
   */
  public static double shareOf(
      GreenPower power, JobSpec spec, List<Segment> segments, Instant now, double level) {
    double green = 0;
    double length = 0;
    JobPlanner planner = new JobPlanner(power, spec, now);
    for (Segment each : segments) {
      length += each.within(now, Instant.MAX).toMillis();
      for (int step = 0; step < power.steps(); step++) {
        Instant from = power.start(step).isBefore(now) ? now : power.start(step);
        green += planner.cover(step, level) * each.within(from, power.start(step + 1)).toMillis();
      }
    }
    return green / length;
  }

  /** What to offer when {@code best} promises less than was asked. */
  public static JobOffer offer(
      GreenPower power, JobSpec spec, Instant now, double level, JobPlan best) {
    JobPlanner planner = new JobPlanner(power, spec, now);
    Instant deadline = null;
    for (int last = power.lastStep(spec.deadline()) + 1; last <= power.steps(); last++) {
      if (planner.fits(last) && planner.share(planner.choose(last, level), level) >= spec.green()) {
        deadline = power.start(last);
        break;
      }
    }
    Double probability = null;
    int last = power.lastStep(spec.deadline());
    for (double p = spec.probability() - OFFER_STEP; p >= MEDIAN; p -= OFFER_STEP) {
      double bolder = level + spec.probability() - p;
      if (planner.share(planner.choose(last, bolder), bolder) >= spec.green()) {
        probability = Math.rint(100 * p) / 100;
        break;
      }
    }
    return new JobOffer(Math.floor(1000 * best.promisedShare()) / 1000, deadline, probability);
  }

  private boolean fits(int last) {
    return last - first >= slots;
  }

  private JobPlan plan(int last, double level) {
    int[] chosen = choose(last, level);
    int[] atOnce = new int[slots];
    Arrays.setAll(atOnce, i -> first + i);
    double expected = share(chosen, Double.NaN);
    double now = share(atOnce, Double.NaN);
    List<Segment> segments = segments(chosen);
    return new JobPlan(
        segments, share(chosen, level), expected, now, explain(segments, expected, now));
  }

  private int[] choose(int last, double level) {
    double[] costs = new double[last];
    for (int step = first; step < last; step++) {
      costs[step] = 1 - cover(step, level);
    }
    SlotCosts slotCosts = SlotCosts.of(costs);
    SlotJob job = new SlotJob("job", first, last, slots);
    if (!spec.interruption().allowed()) {
      int start = ContiguousWindow.start(slotCosts, job);
      int[] chosen = new int[slots];
      Arrays.setAll(chosen, i -> start + i);
      return chosen;
    }
    double hours = power.stepSeconds() / 3600.0;
    long run = spec.interruption().minimumRun().toSeconds();
    RestartRules rules =
        new RestartRules(
            spec.interruption().restartKwh() / (spec.powerKw() * hours),
            (int) Math.max(1, (run + power.stepSeconds() - 1) / power.stepSeconds()),
            Integer.MAX_VALUE);
    return RestartPlanner.choose(slotCosts, job, rules);
  }

  /** Share of the job's power that is covered in a step; by the mean if the level is NaN. */
  private double cover(int step, double level) {
    double green = Double.isNaN(level) ? power.mean(step) : power.at(step, level);
    return Double.isNaN(green) ? 0 : Math.min(1, green / spec.powerKw());
  }

  private double share(int[] steps, double level) {
    double sum = 0;
    for (int step : steps) {
      sum += cover(step, level);
    }
    return sum / steps.length;
  }

  /** The last step is used only as far as the work needs it. */
  private List<Segment> segments(int... steps) {
    List<Segment> segments = new ArrayList<>();
    Duration left = spec.duration();
    for (int i = 0; i < steps.length; i++) {
      int from = i;
      while (i + 1 < steps.length && steps[i + 1] == steps[i] + 1) {
        i++;
      }
      Duration length = Duration.ofSeconds((long) (i - from + 1) * power.stepSeconds());
      Duration used = length.compareTo(left) < 0 ? length : left;
      Instant start = power.start(steps[from]);
      segments.add(new Segment(start, start.plus(used)));
      left = left.minus(used);
    }
    return segments;
  }

  private String explain(List<Segment> segments, double expected, double now) {
    String when =
        segments.size() == 1
            ? "from " + segments.get(0).start() + " to " + segments.get(0).end()
            : "in "
                + segments.size()
                + " parts from "
                + segments.get(0).start()
                + " to "
                + segments.get(segments.size() - 1).end();
    String why =
        expected > now + 0.005
            ? String.format(
                Locale.ROOT,
                "%.0f%% of its energy is expected to be green, against %.0f%% at once",
                100 * expected,
                100 * now)
            : String.format(
                Locale.ROOT,
                "waiting for greener hours before the deadline brings nothing: %.0f%% of its energy"
                    + " is expected to be green",
                100 * expected);
    return "It runs " + when + ", when " + why + ".";
  }
}
