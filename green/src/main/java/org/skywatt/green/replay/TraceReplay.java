package org.skywatt.green.replay;

import java.util.Arrays;
import java.util.List;
import org.skywatt.green.intensity.IntensityForecaster;
import org.skywatt.green.intensity.IntensityHistory;
import org.skywatt.green.plan.CheapestSlots;
import org.skywatt.green.plan.ContiguousWindow;
import org.skywatt.green.plan.SlotCosts;
import org.skywatt.green.plan.SlotJob;

/**
 * A week of a cluster's jobs, repeated through a year, each planned once when it arrives: short
 * jobs may wait 6 hours and others a day, as in Hanafy et al. 2024, "Going Green for Less Green".
 */
public final class TraceReplay {
  private static final int WEEK = 336;

  /**
   * What waiting saved.
   *
   * @param savingsPct CO2 saved against running at once, %
   * @param waitHours mean time by which jobs end later
   * @param jobs how many were planned
   */
  public record Saving(double savingsPct, double waitHours, int jobs) {}

  private final IntensityHistory history;
  private final boolean interruptible;
  private double spent;
  private double atOnce;
  private double waited;
  private int planned;

  private TraceReplay(IntensityHistory history, boolean interruptible) {
    this.history = history;
    this.interruptible = interruptible;
  }

  /**
   * Replays.
   *
   * @param foresight whether plans see the truth, else forecasts from what is past
   */
  public static Saving run(
      List<TraceJob> jobs, IntensityHistory history, boolean interruptible, boolean foresight) {
    return new TraceReplay(history, interruptible).run(jobs, foresight);
  }

  private Saving run(List<TraceJob> jobs, boolean foresight) {
    IntensityForecaster forecaster = new IntensityForecaster(history.others());
    int longest = jobs.stream().mapToInt(job -> job.slots() + job.longestWait()).max().orElse(0);
    int end = history.target().length;
    for (int slot = 0; slot + longest <= end; slot++) {
      int since = slot - history.before();
      if (since >= 0) {
        double[] truth = Arrays.copyOfRange(history.target(), slot, slot + longest);
        SlotCosts seen = SlotCosts.of(foresight ? truth : forecaster.forecast());
        for (TraceJob job : jobs) {
          if (job.firstSlot() <= since && (since - job.firstSlot()) % WEEK == 0) {
            plan(job, seen, SlotCosts.of(truth));
          }
        }
      }
      if (!foresight) {
        forecaster.observe(history.target(slot), history.others(slot));
      }
    }
    return new Saving(100 * (1 - spent / atOnce), waited / planned, planned);
  }

  private void plan(TraceJob job, SlotCosts seen, SlotCosts truth) {
    SlotJob work = new SlotJob("trace", 0, job.slots() + job.longestWait(), job.slots());
    int last;
    double cost = 0;
    if (interruptible) {
      int[] slots = CheapestSlots.choose(seen, work);
      for (int slot : slots) {
        cost += truth.get(slot);
      }
      last = slots[slots.length - 1];
    } else {
      int start = ContiguousWindow.start(seen, work);
      cost = truth.sum(start, start + job.slots());
      last = start + job.slots() - 1;
    }
    spent += job.energyOfSlot() * cost;
    atOnce += job.energyOfSlot() * truth.sum(0, job.slots());
    waited += (last + 1 - job.slots()) / 2.0;
    planned++;
  }
}
