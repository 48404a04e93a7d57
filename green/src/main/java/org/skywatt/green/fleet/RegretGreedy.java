package org.skywatt.green.fleet;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Places one job after another where it is cheapest in the room that is left: those first that
 * would lose most if another took their place.
 */
final class RegretGreedy {
  private final FleetState state;
  private final SlotPrices prices;
  private final double[] regret;
  private final int[] depth;

  private RegretGreedy(FleetState state, SlotPrices prices) {
    this.state = state;
    this.prices = prices;
    this.regret = new double[state.jobs.size()];
    this.depth = new int[state.jobs.size()];
  }

  /** Places all jobs that find room; the others stay without a place. */
  static void place(FleetState state, SlotPrices prices) {
    new RegretGreedy(state, prices).place();
  }

  private void place() {
    Integer[] order = new Integer[regret.length];
    for (int job = 0; job < order.length; job++) {
      order[job] = job;
      regret[job] = regret(job);
      for (int before : state.jobs.get(job).after()) {
        depth[job] = Math.max(depth[job], depth[before] + 1);
      }
    }
    Arrays.sort(
        order,
        Comparator.comparingInt((Integer job) -> depth[job])
            .thenComparing(job -> -regret[job])
            .thenComparing(job -> state.jobs.get(job).work().deadline())
            .thenComparing(job -> -state.jobs.get(job).powerKw()));
    for (int job : order) {
      Placement placement = state.fitting(job, prices);
      if (placement != null) {
        state.load.put(job, placement);
      }
    }
  }

  /** What a kilowatt loses if the slots that suit the job best are taken; infinite if it all. */
  private double regret(int job) {
    Placement best = state.alonePriced(job, prices);
    if (best == null) {
      return 0;
    }
    double cost = state.search.bestCost();
    FleetJob each = state.jobs.get(job);
    int from = each.work().earliest();
    int to = each.work().deadline();
    PlacementSearch.Room others =
        (site, slot, powerKw) ->
            state.couldHold(site, slot, powerKw)
                && (site != best.site() || Arrays.binarySearch(best.slots(), slot) < 0);
    state.search.find(each, from, to, prices, others);
    return (state.search.bestCost() - cost) / each.powerKw();
  }
}
