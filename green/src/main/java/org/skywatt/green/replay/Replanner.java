package org.skywatt.green.replay;

import java.util.ArrayList;
import java.util.List;
import org.skywatt.green.plan.SlotJob;

/**
 * Plans all interruptible jobs anew in each slot and carries out the first slot of the plan: a job
 * runs now if now is among the cheapest slots that it needs until its deadline, or if it must.
 *
 * <p>A slot ahead counts as cheaper only by 2% or more than now counts: forecasts of later slots
 * are smoother than what comes, so waiting finds better slots than they show.
 */
final class Replanner {
  private static final double NOW_COUNTS = 1.02;

  private final List<SlotJob> jobs;
  private final List<int[]> slots = new ArrayList<>();
  private final int[] done;
  private final List<Integer> active = new ArrayList<>();
  private final List<Integer> coming;

  Replanner(List<SlotJob> jobs) {
    this.jobs = jobs;
    this.done = new int[jobs.size()];
    jobs.forEach(job -> slots.add(new int[job.slots()]));
    this.coming = new ArrayList<>();
    for (int job = 0; job < jobs.size(); job++) {
      coming.add(job);
    }
    coming.sort(
        (one, other) -> Integer.compare(jobs.get(other).earliest(), jobs.get(one).earliest()));
  }

  /** The slots in which each job ran so far. */
  List<int[]> slots() {
    return slots;
  }

  /**
   * Decides for one slot.
   *
   * @param forecast from this slot on; a deadline after its end counts as its end
   */
  void run(int slot, double... forecast) {
    while (!coming.isEmpty() && jobs.get(coming.get(coming.size() - 1)).earliest() <= slot) {
      active.add(coming.remove(coming.size() - 1));
    }
    int[] cheaper = new int[forecast.length + 1];
    for (int ahead = 1; ahead < forecast.length; ahead++) {
      cheaper[ahead + 1] = cheaper[ahead] + (forecast[ahead] < NOW_COUNTS * forecast[0] ? 1 : 0);
    }
    for (int job : active) {
      int left = jobs.get(job).slots() - done[job];
      int until = jobs.get(job).deadline() - slot;
      if (left >= until || cheaper[Math.min(until, forecast.length)] < left) {
        slots.get(job)[done[job]++] = slot;
      }
    }
    active.removeIf(job -> done[job] == jobs.get(job).slots());
  }
}
