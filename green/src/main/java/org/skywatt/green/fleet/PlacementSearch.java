package org.skywatt.green.fleet;

import java.util.Arrays;
import java.util.List;
import org.skywatt.green.plan.SlotCosts;

/** The cheapest place for one job, with or without regard to the room that others leave. */
final class PlacementSearch {
  /** Which slots a job may use. */
  interface Room {
    boolean allows(int site, int slot, double powerKw);
  }

  private final List<FleetSite> sites;
  private final double slotHours;
  private double[] cost = new double[0];
  private double[] sorted = new double[0];
  private double bestCost;

  PlacementSearch(List<FleetSite> sites, double slotHours) {
    this.sites = sites;
    this.slotHours = slotHours;
  }

  /** Cost of what was found last; infinite if nothing was. */
  double bestCost() {
    return bestCost;
  }

  /**
   * The cheapest placement between two slots, of equally cheap ones the soonest slots at the first
   * of the sites; null if there is no room.
   */
  Placement find(FleetJob job, int from, int to, SlotPrices prices, Room room) {
    bestCost = Double.POSITIVE_INFINITY;
    Placement best = null;
    for (FleetJob.Option option : job.options()) {
      fill(job, option.site(), from, to, prices, room);
      double transfer = transferCost(job, option);
      int start = job.interruptible() ? -1 : bestStart(job.work().slots(), to - from);
      double found =
          job.interruptible() ? cheapest(job.work().slots(), to - from) : sum(start, job);
      if (found + transfer < bestCost) {
        bestCost = found + transfer;
        best =
            new Placement(
                option.site(),
                job.interruptible()
                    ? slots(job.work().slots(), from, to - from)
                    : range(from + start, job.work().slots()));
      }
    }
    return best;
  }

  /** What a placement costs, transfer included, without prices of room. */
  double cost(FleetJob job, Placement placement) {
    double sum = 0;
    for (int slot : placement.slots()) {
      sum += sites.get(placement.site()).costs().get(slot);
    }
    double transfer = 0;
    for (FleetJob.Option option : job.options()) {
      if (option.site() == placement.site()) {
        transfer = transferCost(job, option);
        break;
      }
    }
    return sum * job.powerKw() * slotHours + transfer;
  }

  private double transferCost(FleetJob job, FleetJob.Option option) {
    int from = job.work().earliest();
    int to = job.work().deadline();
    return option.transferKwh() * sites.get(option.site()).costs().sum(from, to) / (to - from);
  }

  private void fill(FleetJob job, int site, int from, int to, SlotPrices prices, Room room) {
    int length = Math.max(0, to - from);
    if (cost.length < length) {
      cost = new double[length];
      sorted = new double[length];
    }
    SlotCosts costs = sites.get(site).costs();
    double[] energyPrices = prices.energy[site];
    double[] placePrices = prices.place[site];
    double energy = job.powerKw() * slotHours;
    for (int i = 0; i < length; i++) {
      int slot = from + i;
      cost[i] =
          room.allows(site, slot, job.powerKw())
              ? energy * (costs.get(slot) + energyPrices[slot]) + placePrices[slot]
              : Double.POSITIVE_INFINITY;
    }
  }

  private double sum(int start, FleetJob job) {
    if (start < 0) {
      return Double.POSITIVE_INFINITY;
    }
    double sum = 0;
    for (int i = start; i < start + job.work().slots(); i++) {
      sum += cost[i];
    }
    return sum;
  }

  private int bestStart(int slots, int length) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    double sum = 0;
    int since = 0;
    for (int i = 0; i < length; i++) {
      if (Double.isInfinite(cost[i])) {
        since = i + 1;
        sum = 0;
        continue;
      }
      sum += cost[i];
      if (i - since >= slots) {
        sum -= cost[i - slots];
      }
      // A running sum drifts by rounding; what is no better than that is not better.
      if (i - since + 1 >= slots && sum < least - 1e-9 * Math.abs(sum)) {
        least = sum;
        best = i - slots + 1;
      }
    }
    return best;
  }

  /** Sum of the cheapest; leaves them in front of {@code sorted}, the dearest of them last. */
  private double cheapest(int slots, int length) {
    if (length < slots) {
      return Double.POSITIVE_INFINITY;
    }
    System.arraycopy(cost, 0, sorted, 0, length);
    Selection.smallestFirst(sorted, length, slots);
    double sum = 0;
    for (int i = 0; i < slots; i++) {
      sum += sorted[i];
    }
    return sum;
  }

  private int[] slots(int slots, int from, int length) {
    double dearest = sorted[slots - 1];
    int cheaper = 0;
    for (int i = 0; i < slots; i++) {
      cheaper += sorted[i] < dearest ? 1 : 0;
    }
    int atDearest = slots - cheaper;
    int[] chosen = new int[slots];
    int count = 0;
    for (int i = 0; i < length && count < slots; i++) {
      if (cost[i] < dearest || (cost[i] == dearest && atDearest-- > 0)) {
        chosen[count++] = from + i;
      }
    }
    return chosen;
  }

  private static int[] range(int start, int slots) {
    int[] range = new int[slots];
    Arrays.setAll(range, i -> start + i);
    return range;
  }
}
