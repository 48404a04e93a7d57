package org.skywatt.green.fleet;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import org.skywatt.green.plan.SlotCosts;

/**
 * Betters a plan: moves single jobs to cheaper room, and pushes jobs into slots that are full where
 * others give way.
 */
final class LocalSearch {
  private static final int PASSES = 6;
  private static final double ENOUGH = 1e-4;
  private static final int CANDIDATES = 24;
  private static final int WISHES = 4;
  // Of all passes together; a large fleet has so many jobs that single moves come near the bound.
  private static final int TRIALS = 200_000;

  private final FleetState state;
  private final SlotPrices prices;
  private int trials;
  private final Deque<Moved> moved = new ArrayDeque<>();

  private record Moved(int job, Placement before) {}

  /**
   * @param prices of scarce room
   */
  LocalSearch(FleetState state, SlotPrices prices) {
    this.state = state;
    this.prices = prices;
  }

  void improve() {
    pushInRefused();
    double cost = state.cost();
    for (int pass = 0; pass < PASSES; pass++) {
      for (int job = 0; job < state.jobs.size(); job++) {
        if (state.load.get(job) != null) {
          move(job);
        }
      }
      pushTheWorst();
      double now = state.cost();
      boolean enough = cost - now < ENOUGH * Math.abs(cost);
      cost = now;
      if (enough) {
        return;
      }
    }
  }

  private void pushInRefused() {
    for (int job = 0; job < state.jobs.size() && trials < TRIALS; job++) {
      if (state.load.get(job) == null) {
        Placement fitting = state.fitting(job, state.free);
        if (fitting != null) {
          state.load.put(job, fitting);
        } else if (!push(job, state.alone(job, state.free), Double.POSITIVE_INFINITY)) {
          push(job, state.alone(job, prices), Double.POSITIVE_INFINITY);
        }
      }
    }
  }

  private void move(int job) {
    Placement before = state.load.remove(job);
    Placement after = state.fitting(job, state.free);
    boolean better =
        after != null
            && state.search.bestCost() < state.search.cost(state.jobs.get(job), before) - 1e-9;
    state.load.put(job, better ? after : before);
  }

  /** Those that pay most for the room that others take. */
  private void pushTheWorst() {
    double[] excess = new double[state.jobs.size()];
    Integer[] order = new Integer[excess.length];
    for (int job = 0; job < excess.length; job++) {
      order[job] = job;
      if (state.load.get(job) != null) {
        state.alone(job, state.free);
        excess[job] = state.cost(job) - state.search.bestCost();
      }
    }
    Arrays.sort(order, Comparator.comparingDouble(job -> -excess[job]));
    for (int i = 0; i < order.length && excess[order[i]] > 1e-9 && trials < TRIALS; i++) {
      int job = order[i];
      Placement before = state.load.remove(job);
      double cost = state.search.cost(state.jobs.get(job), before);
      boolean pushed = push(job, state.alone(job, state.free), cost);
      if (!pushed && state.jobs.get(job).interruptible()) {
        pushed = pushOneSlot(job, before, cost);
      }
      if (!pushed) {
        state.load.put(job, before);
      }
    }
  }

  /** Gives up the dearest slot for one of the cheapest that the job has not. */
  private boolean pushOneSlot(int job, Placement before, double cost) {
    SlotCosts costs = state.sites.get(before.site()).costs();
    int dearest = before.first();
    for (int slot : before.slots()) {
      dearest = costs.get(slot) > costs.get(dearest) ? slot : dearest;
    }
    boolean[] tried = new boolean[Math.max(0, state.to(job) - state.from(job))];
    for (int wish = 0; wish < WISHES; wish++) {
      int cheapest = -1;
      for (int i = 0; i < tried.length; i++) {
        int slot = state.from(job) + i;
        if (!tried[i]
            && costs.get(slot) < costs.get(dearest)
            && (cheapest < 0 || costs.get(slot) < costs.get(cheapest))
            && Arrays.binarySearch(before.slots(), slot) < 0
            && state.couldHold(before.site(), slot, state.jobs.get(job).powerKw())) {
          cheapest = slot;
        }
      }
      if (cheapest < 0) {
        return false;
      }
      tried[cheapest - state.from(job)] = true;
      if (push(job, exchange(before, dearest, cheapest), cost)) {
        return true;
      }
    }
    return false;
  }

  private static Placement exchange(Placement before, int old, int fresh) {
    int[] slots = before.slots().clone();
    slots[Arrays.binarySearch(slots, old)] = fresh;
    Arrays.sort(slots);
    return new Placement(before.site(), slots);
  }

  /**
   * Puts a job where it wishes to be and lets others give way, if that costs less than {@code
   * budget} altogether; else all stays as it was.
   */
  private boolean push(int job, Placement wish, double budget) {
    if (wish == null) {
      return false;
    }
    double cost = state.search.cost(state.jobs.get(job), wish);
    moved.clear();
    state.load.put(job, wish);
    for (int slot : wish.slots()) {
      while (state.load.isOverfull(wish.site(), slot) && cost < budget) {
        cost += giveWay(job, wish.site(), slot);
      }
    }
    if (cost < budget - 1e-9) {
      return true;
    }
    while (!moved.isEmpty()) {
      Moved last = moved.pop();
      state.load.remove(last.job());
      state.load.put(last.job(), last.before());
    }
    state.load.remove(job);
    return false;
  }

  /** Moves away the job that loses least by it; what it loses, or infinite if none can. */
  private double giveWay(int pushed, int site, int slot) {
    BitSet running = state.load.running(site, slot);
    double least = Double.POSITIVE_INFINITY;
    int chosen = -1;
    Placement better = null;
    int tried = 0;
    // From the pushed job on, so that not always the same jobs are tried.
    for (int step = 0, job = running.nextSetBit(pushed + 1);
        step < 2 && tried < CANDIDATES;
        job = running.nextSetBit(job + 1)) {
      if (job < 0) {
        step++;
        job = -1;
        continue;
      }
      if (step == 1 && job >= pushed) {
        break;
      }
      tried++;
      trials++;
      Placement before = state.load.remove(job);
      Placement after = state.fitting(job, state.free);
      double price = state.search.bestCost() - state.search.cost(state.jobs.get(job), before);
      state.load.put(job, before);
      if (after != null && price < least) {
        least = price;
        chosen = job;
        better = after;
      }
    }
    if (chosen >= 0) {
      moved.push(new Moved(chosen, state.load.remove(chosen)));
      state.load.put(chosen, better);
    }
    return least;
  }
}
