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
import org.skywatt.green.promise.Risk;

/**
 * Plans one job in whole steps of a forecast so that what its objective counts, of the energy that
 * no promised green power covers, is as small as it can be. A step without a forecast counts as not
 * green.
 */
public final class JobPlanner {
  private static final double MEDIAN = 0.5;
  private static final double OFFER_STEP = 0.01;

  // Parts into which the cases that are worse than promised are divided for their mean.
  private static final int WORSE = 8;
  // So much dearer than the dearest step that a closed one is taken only if there is no other.
  private static final double CLOSED = 1e6;

  private final Outlook outlook;
  private final GreenPower power;
  private final JobSpec spec;
  private final double[] gridCosts;
  private final int first;
  private final int slots;

  private JobPlanner(Outlook outlook, JobSpec spec, Instant now) {
    this.outlook = outlook;
    this.power = outlook.power();
    this.gridCosts = outlook.gridCosts(spec.objective());
    this.spec = spec;
    this.first = power.firstStep(spec.earliest().isBefore(now) ? now : spec.earliest());
    long step = power.stepSeconds();
    this.slots = (int) ((spec.duration().plusNanos(999_999_999).toSeconds() + step - 1) / step);
  }

  /**
   * The best plan within the forecast, whatever it can promise; null if the job does not fit
   * between now and its deadline or the forecast's end into steps that are not closed.
   *
   * @param level quantile of green power that promises count on: what calibration makes of {@code 1
   *     - probability}
   */
  public static JobPlan plan(Outlook outlook, JobSpec spec, Instant now, double level) {
    JobPlanner planner = new JobPlanner(outlook, spec, now);
    int[] chosen = planner.choose(outlook.power().lastStep(spec.deadline()), level);
    return chosen == null ? null : planner.plan(chosen, level);
  }

  /**
   * What a kilowatt-hour of a plan made earlier costs by a newer forecast, in the measure of the
   * objective; a time that the forecast does not reach counts as not green and as dear as the
   * dearest step. NaN if nothing of it is left.
   */
  public static double costOf(
      Outlook outlook, JobSpec spec, List<Segment> segments, Instant now, double level) {
    JobPlanner planner = new JobPlanner(outlook, spec, now);
    GreenPower power = outlook.power();
    double dearest = Arrays.stream(planner.gridCosts).max().orElseThrow();
    double cost = 0;
    double length = 0;
    for (Segment each : segments) {
      double beyond = each.within(now, Instant.MAX).toMillis();
      length += beyond;
      for (int step = 0; step < power.steps(); step++) {
        Instant from = power.start(step).isBefore(now) ? now : power.start(step);
        double part = each.within(from, power.start(step + 1)).toMillis();
        cost += planner.cost(step, level) * part;
        beyond -= part;
      }
      cost += dearest * beyond;
    }
    return cost / length;
  }

  /** What to offer when {@code best} promises less than was asked; null for no plan at all. */
  public static JobOffer offer(
      Outlook outlook, JobSpec spec, Instant now, double level, JobPlan best) {
    JobPlanner planner = new JobPlanner(outlook, spec, now);
    int inTime = outlook.power().lastStep(spec.deadline());
    Instant deadline = null;
    for (int last = inTime + 1; last <= outlook.power().steps(); last++) {
      if (planner.keeps(planner.choose(last, level), level)) {
        deadline = outlook.power().start(last);
        break;
      }
    }
    Double probability = null;
    for (double p = spec.probability() - OFFER_STEP; p >= MEDIAN; p -= OFFER_STEP) {
      double bolder = level + spec.probability() - p;
      if (planner.keeps(planner.choose(inTime, bolder), bolder)) {
        probability = Math.rint(100 * p) / 100;
        break;
      }
    }
    double green = best == null ? 0 : Math.floor(1000 * best.promisedShare()) / 1000;
    return new JobOffer(green, deadline, probability);
  }

  private boolean keeps(int[] chosen, double level) {
    return chosen != null && share(chosen, level) >= spec.green();
  }

  private JobPlan plan(int[] chosen, double level) {
    int[] atOnce = new int[slots];
    Arrays.setAll(atOnce, i -> first + i);
    double expected = share(chosen, Double.NaN);
    double now = share(atOnce, Double.NaN);
    List<Segment> segments = segments(chosen);
    return new JobPlan(
        segments,
        share(chosen, level),
        expected,
        now,
        Arrays.stream(chosen).mapToDouble(step -> cost(step, level)).average().orElseThrow(),
        carbon(chosen),
        explain(segments, expected, now, chosen, atOnce));
  }

  private JobPlan.Carbon carbon(int... steps) {
    double location = 0;
    double market = 0;
    for (int step : steps) {
      double grams = outlook.gramsPerKwh()[step] / steps.length;
      location += grams;
      market += grams * (1 - cover(step, Double.NaN));
    }
    return new JobPlan.Carbon(location, market);
  }

  /** The steps to run in by the job's objective; null if there are too few that are not closed. */
  private int[] choose(int last, double level) {
    if (last - first < slots) {
      return null;
    }
    double[] costs = new double[last];
    double dearest = 1;
    for (int step = first; step < last; step++) {
      costs[step] = cost(step, level);
      dearest = Math.max(dearest, Math.abs(costs[step]));
    }
    for (int step = first; step < last; step++) {
      costs[step] += outlook.closed()[step] ? CLOSED * dearest : 0;
    }
    int[] chosen = choose(SlotCosts.of(costs), new SlotJob("job", first, last, slots));
    return Arrays.stream(chosen).anyMatch(step -> outlook.closed()[step]) ? null : chosen;
  }

  private int[] choose(SlotCosts costs, SlotJob job) {
    if (!spec.interruption().allowed()) {
      int start = ContiguousWindow.start(costs, job);
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
            spec.interruption().maximumStarts());
    return RestartPlanner.choose(costs, job, rules);
  }

  private double cost(int step, double level) {
    return gridCosts[step] * (1 - cover(step, level));
  }

  /** Share of the job's power that is covered in a step; by the mean if the level is NaN. */
  private double cover(int step, double level) {
    if (Double.isNaN(level)) {
      return covered(power.mean(step));
    }
    if (spec.risk() == Risk.CHANCE) {
      return covered(power.at(step, level));
    }
    // Under full dependence the mean of the worst cases of a sum is the sum of those means.
    double sum = 0;
    for (int i = 0; i < WORSE; i++) {
      sum += covered(power.at(step, level * (i + 0.5) / WORSE));
    }
    return sum / WORSE;
  }

  private double covered(double green) {
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

  private String explain(
      List<Segment> segments, double expected, double now, int[] chosen, int... atOnce) {
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
    return "It runs " + when + ", when " + why + grid(chosen, atOnce) + ".";
  }

  /** What the objective gains beside green energy. */
  private String grid(int[] chosen, int... atOnce) {
    if (spec.objective() == Objective.GREEN) {
      return "";
    }
    String unit =
        switch (spec.objective()) {
          case CARBON -> "g of CO2 a kWh";
          case PRICE -> "a MWh to pay";
          default -> "of the mean cost";
        };
    return String.format(
        Locale.ROOT,
        "; what no green power covers comes to %.2f %s, against %.2f at once",
        meanCost(chosen),
        unit,
        meanCost(atOnce));
  }

  private double meanCost(int... steps) {
    return Arrays.stream(steps).mapToDouble(step -> cost(step, Double.NaN)).average().orElseThrow();
  }
}
