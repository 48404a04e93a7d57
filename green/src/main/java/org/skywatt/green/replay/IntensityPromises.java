package org.skywatt.green.replay;

import java.util.ArrayList;
import java.util.List;
import org.skywatt.green.intensity.IntensityForecaster;
import org.skywatt.green.intensity.IntensityHistory;
import org.skywatt.green.plan.SlotJob;
import org.skywatt.green.promise.Scenarios;

/**
 * Jobs that are promised the most carbon they will cause. Scenarios are our forecast with the
 * errors of our forecasts on earlier days at about the same hour.
 *
 * <p>More has to be better, so values are kilograms of CO2 below one a kilowatt-hour.
 */
public final class IntensityPromises {
  private static final int DAY = 48;
  private static final int DAYS = 45;
  private static final int[] BESIDE = {-4, 0, 4};
  private static final int ENOUGH = 30;
  private static final double GRAMS = 1000;

  private final IntensityHistory history;
  private final List<PromiseReplay> replays;
  private final double[][] forecasts;

  private IntensityPromises(IntensityHistory history, List<PromiseReplay> replays) {
    this.history = history;
    this.replays = replays;
    this.forecasts = new double[history.target().length][];
  }

  /**
   * Replays.
   *
   * @param jobs by ascending start
   * @param every 1 to take all jobs, 2 to take every other one
   */
  public static void run(
      IntensityHistory history,
      List<DelayableJob> jobs,
      DeadlineRule rule,
      int every,
      List<PromiseReplay> replays) {
    new IntensityPromises(history, replays).run(jobs, rule, every);
  }

  private void run(List<DelayableJob> jobs, DeadlineRule rule, int every) {
    IntensityForecaster forecaster = new IntensityForecaster(history.others());
    int next = 0;
    for (int slot = 0; slot < forecasts.length; slot++) {
      forecasts[slot] = forecaster.forecast();
      if (slot > (DAYS + 1) * DAY) {
        forecasts[slot - (DAYS + 1) * DAY - 1] = new double[0];
      }
      while (next < jobs.size() && jobs.get(next).start() + history.before() <= slot) {
        plan(slot, jobs.get(next), rule, next % 2 == 0);
        next += every;
      }
      forecaster.observe(history.target(slot), history.others(slot));
    }
  }

  private void plan(int slot, DelayableJob job, DeadlineRule rule, boolean interruptible) {
    int window =
        Math.min(
            job.slots() + job.slack(rule),
            Math.min(IntensityForecaster.HORIZON, forecasts.length - slot));
    if (window < job.slots()) {
      return;
    }
    double[][] courses = scenarios(slot, window);
    if (courses.length < ENOUGH) {
      return;
    }
    double[] truth = new double[window];
    for (int ahead = 0; ahead < window; ahead++) {
      truth[ahead] = gain(history.target(slot + ahead));
    }
    Scenarios scenarios = new Scenarios(courses);
    SlotJob work = new SlotJob("job", 0, window, job.slots());
    for (PromiseReplay replay : replays) {
      replay.job(slot, scenarios, truth, work, interruptible, (long) slot + window);
    }
  }

  private double[][] scenarios(int slot, int window) {
    List<double[]> courses = new ArrayList<>();
    for (int day = 1; day <= DAYS; day++) {
      for (int beside : BESIDE) {
        int origin = slot - day * DAY + beside;
        // Errors that are known by now: the course has to be past.
        if (origin < 0 || origin + window > slot || forecasts[origin].length < window) {
          continue;
        }
        double[] course = new double[window];
        for (int ahead = 0; ahead < window; ahead++) {
          double error = history.target(origin + ahead) - forecasts[origin][ahead];
          course[ahead] = gain(Math.max(0, forecasts[slot][ahead] + error));
        }
        courses.add(course);
      }
    }
    return courses.toArray(new double[0][]);
  }

  private static double gain(double grams) {
    return 1 - grams / GRAMS;
  }
}
