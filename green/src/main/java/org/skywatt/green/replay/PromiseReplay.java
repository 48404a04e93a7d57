package org.skywatt.green.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.skywatt.green.plan.SlotJob;
import org.skywatt.green.promise.ChancePlanner;
import org.skywatt.green.promise.PromiseCalibration;
import org.skywatt.green.promise.Risk;
import org.skywatt.green.promise.Scenarios;

/**
 * Promises of one site at one probability, made one after another and settled when their job's
 * deadline is past. A promise of nothing is none: it is declined and not counted.
 */
public final class PromiseReplay {
  /** A promise of this or less is none. */
  private static final double NOTHING = 0.005;

  /**
   * What became of the promises.
   *
   * @param made promises
   * @param kept of them
   * @param declined jobs of which nothing could be promised
   * @param promised mean of what was promised
   * @param outcome mean of what came of it
   * @param atOnce mean of what would have come of running at once
   */
  public record Tally(
      int made, int kept, int declined, double promised, double outcome, double atOnce) {}

  private record Open(long settled, int order, boolean kept) {}

  private final double probability;
  private final PromiseCalibration calibration;
  private final PriorityQueue<Open> open =
      new PriorityQueue<>(Comparator.comparingLong(Open::settled).thenComparing(Open::order));
  private int made;
  private int kept;
  private int declined;
  private double promisedSum;
  private double outcomeSum;
  private double atOnceSum;

  public PromiseReplay(double probability) {
    this.probability = probability;
    this.calibration = new PromiseCalibration(probability);
  }

  /** For several probabilities. */
  public static List<PromiseReplay> of(double... probabilities) {
    List<PromiseReplay> replays = new ArrayList<>();
    for (double each : probabilities) {
      replays.add(new PromiseReplay(each));
    }
    return replays;
  }

  public double probability() {
    return probability;
  }

  /**
   * Plans and promises.
   *
   * @param now slot in which the promise is made; what is settled by then is known
   * @param scenarios from the first slot on in which the job may run, its slot 0
   * @param truth of the same slots; looked at only to settle
   * @param settled slot in which the outcome is known
   */
  public void job(
      long now,
      Scenarios scenarios,
      double[] truth,
      SlotJob job,
      boolean interruptible,
      long settled) {
    while (!open.isEmpty() && open.peek().settled() <= now) {
      calibration.settle(open.poll().kept());
    }
    int[] slots = ChancePlanner.choose(scenarios, job, interruptible, Risk.CHANCE, probability);
    double promise = calibration.promise(scenarios.outcomes(slots));
    if (promise <= NOTHING) {
      declined++;
      return;
    }
    double outcome = Scenarios.mean(truth, slots);
    boolean isKept = outcome >= promise;
    open.add(new Open(settled, made, isKept));
    made++;
    kept += isKept ? 1 : 0;
    promisedSum += promise;
    outcomeSum += outcome;
    int[] first = new int[job.slots()];
    for (int i = 0; i < first.length; i++) {
      first[i] = job.earliest() + i;
    }
    atOnceSum += Scenarios.mean(truth, first);
  }

  public Tally tally() {
    return new Tally(made, kept, declined, promisedSum / made, outcomeSum / made, atOnceSum / made);
  }
}
