package org.skywatt.green.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.skywatt.green.intensity.IntensityForecaster;
import org.skywatt.green.intensity.IntensityHistory;
import org.skywatt.green.plan.CapacityPlanner;
import org.skywatt.green.plan.CheapestSlots;
import org.skywatt.green.plan.RestartPlanner;
import org.skywatt.green.plan.RestartRules;
import org.skywatt.green.plan.SlotCosts;
import org.skywatt.green.plan.SlotJob;

/**
 * The jobs of "Let's Wait Awhile" without the quirks of its program: each job runs for exactly its
 * slots and ends by its deadline; savings are against running at once.
 */
public final class StrictReplay {
  private static final double SLOT_HOURS = 0.5;

  /**
   * What shifting saved.
   *
   * @param savingsPct CO2 saved against running every job at once, %; restarts included where they
   *     cost energy
   * @param startsPerJob mean number of starts
   */
  public record Saving(double savingsPct, double startsPerJob) {}

  private final SlotCosts intensity;
  private final List<SlotJob> jobs = new ArrayList<>();
  private final double baseline;

  /**
   * @param intensity of the year's slots of half an hour
   */
  public StrictReplay(List<DelayableJob> jobs, DeadlineRule rule, double... intensity) {
    this.intensity = SlotCosts.of(intensity);
    double sum = 0;
    for (DelayableJob job : jobs) {
      this.jobs.add(
          job.toSlotJob(Integer.toString(this.jobs.size()), rule, this.intensity.slots()));
      sum += this.intensity.sum(job.start(), job.start() + job.slots());
    }
    this.baseline = sum;
  }

  /** CO2 of running every job at once, grams, each drawing some power throughout. */
  public double atOnceGrams(double powerKw) {
    return baseline * powerKw * SLOT_HOURS;
  }

  /** Mean intensity of the year, g/kWh. */
  public double meanIntensity() {
    return intensity.sum(0, intensity.slots()) / intensity.slots();
  }

  /** With the truth as forecast. */
  public Saving oracle() {
    return saving(
        jobs.stream().map(job -> CheapestSlots.choose(intensity, job)).toList(), RestartRules.FREE);
  }

  /** With the truth as forecast, and each restart taking the energy of so many slots. */
  public Saving oracle(double restartSlots) {
    RestartRules rules = new RestartRules(restartSlots, 1, Integer.MAX_VALUE);
    return saving(
        jobs.stream().map(job -> RestartPlanner.choose(intensity, job, rules)).toList(), rules);
  }

  /** With the truth as forecast, and at most so many jobs at once. */
  public Saving capped(int jobsAtOnce) {
    int[] capacity = new int[intensity.slots()];
    Arrays.fill(capacity, jobsAtOnce);
    return saving(CapacityPlanner.plan(intensity, jobs, capacity), RestartRules.FREE);
  }

  /**
   * With forecasts from the past only, planned anew in each slot; for several replays of one region
   * at once, since they share the forecasts.
   *
   * @param history values before the year and in it
   */
  public static List<Saving> replanned(IntensityHistory history, List<StrictReplay> replays) {
    List<Replanner> replanners =
        replays.stream().map(replay -> new Replanner(replay.jobs)).toList();
    replan(history, replanners);
    List<Saving> savings = new ArrayList<>();
    for (int i = 0; i < replays.size(); i++) {
      savings.add(replays.get(i).saving(replanners.get(i).slots(), RestartRules.FREE));
    }
    return savings;
  }

  static void replan(IntensityHistory history, List<Replanner> replanners) {
    IntensityForecaster forecaster = new IntensityForecaster(history.others());
    for (int slot = 0; slot < history.target().length; slot++) {
      if (slot >= history.before()) {
        double[] forecast = forecaster.forecast();
        for (Replanner replanner : replanners) {
          replanner.run(slot - history.before(), forecast);
        }
      }
      forecaster.observe(history.target(slot), history.others(slot));
    }
  }

  private Saving saving(List<int[]> plan, RestartRules rules) {
    double sum = 0;
    int starts = 0;
    for (int[] slots : plan) {
      sum += RestartPlanner.cost(intensity, rules, slots);
      starts += RestartPlanner.starts(slots);
    }
    return new Saving(100 * (1 - sum / baseline), (double) starts / plan.size());
  }
}
