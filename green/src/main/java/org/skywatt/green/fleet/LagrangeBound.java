package org.skywatt.green.fleet;

import java.util.Arrays;

/**
 * A bound below the cost of every plan, and prices of scarce room: the limits are given up for
 * prices, so that each job may choose for itself, and the prices are moved by subgradients until
 * the jobs' own choices keep the limits as nearly as they can (Held, Wolfe and Crowder 1974; the
 * step is Polyak's). For interruptible jobs the best such bound is that of the linear programme.
 */
final class LagrangeBound {
  private static final double WORK = 4e7;
  private static final int PATIENCE = 5;

  private final FleetState state;
  private final double slotHours;
  private final SlotPrices prices;
  private final SlotPrices best;
  private final double meanEnergy;
  private final double[][] energyUsed;
  private final double[][] placesUsed;
  private double bound = Double.NEGATIVE_INFINITY;

  LagrangeBound(FleetState state, double slotHours) {
    this.state = state;
    this.slotHours = slotHours;
    this.prices = new SlotPrices(state.sites);
    this.best = new SlotPrices(state.sites);
    this.meanEnergy =
        state.jobs.stream().mapToDouble(job -> job.powerKw() * slotHours).average().orElse(1);
    this.energyUsed = new SlotPrices(state.sites).energy;
    this.placesUsed = new SlotPrices(state.sites).place;
  }

  /** Starts from prices found elsewhere. */
  void startFrom(SlotPrices known) {
    prices.copyFrom(known);
  }

  double bound() {
    return bound;
  }

  /** The prices of the best bound. */
  SlotPrices prices() {
    return best;
  }

  /**
   * Searches; as many rounds as the size of the fleet leaves time for.
   *
   * @param goal the cost of a plan, as nearly as it is known
   */
  void search(double goal) {
    double evaluations = 1;
    for (FleetJob job : state.jobs) {
      evaluations += (job.work().slack() + job.work().slots() + 20.0) * job.options().size();
    }
    int rounds = (int) Math.max(16, Math.min(300, WORK / evaluations));
    double step = 1;
    int since = 0;
    for (int round = 0; round < rounds; round++) {
      double value = choose();
      since = value > bound + 1e-4 * (goal - bound) ? 0 : since + 1;
      if (value > bound) {
        bound = value;
        best.copyFrom(prices);
      }
      if (since >= PATIENCE) {
        step /= 2;
        since = 0;
        prices.copyFrom(best);
        choose();
      }
      double distance = Math.max(goal, bound + 1e-3 * Math.abs(bound)) - value;
      if (!move(step * distance)) {
        return;
      }
    }
  }

  private double choose() {
    for (int site = 0; site < energyUsed.length; site++) {
      Arrays.fill(energyUsed[site], 0);
      Arrays.fill(placesUsed[site], 0);
    }
    double sum = -prices.ofAllRoom(state.sites, slotHours);
    for (int job = 0; job < state.jobs.size(); job++) {
      Placement placement = state.alonePriced(job, prices);
      if (placement == null) {
        continue;
      }
      sum += state.search.bestCost();
      for (int slot : placement.slots()) {
        energyUsed[placement.site()][slot] += state.jobs.get(job).powerKw() * slotHours;
        placesUsed[placement.site()][slot]++;
      }
    }
    return sum;
  }

  /** Moves the prices; false if no limit is broken and no price could fall. */
  private boolean move(double distance) {
    double norm = 0;
    for (int site = 0; site < energyUsed.length; site++) {
      for (int slot = 0; slot < energyUsed[site].length; slot++) {
        double energy = energyExcess(site, slot);
        double place = placeExcess(site, slot);
        norm += energy * energy + place * place;
      }
    }
    if (norm == 0) {
      return false;
    }
    double step = distance / norm;
    for (int site = 0; site < energyUsed.length; site++) {
      for (int slot = 0; slot < energyUsed[site].length; slot++) {
        prices.energy[site][slot] =
            Math.max(0, prices.energy[site][slot] + step * energyExcess(site, slot) / meanEnergy);
        prices.place[site][slot] =
            Math.max(0, prices.place[site][slot] + step * placeExcess(site, slot));
      }
    }
    return true;
  }

  /** In mean jobs, so that energy and places weigh alike; 0 where a price of 0 would fall. */
  private double energyExcess(int site, int slot) {
    double excess =
        (energyUsed[site][slot] - state.sites.get(site).powerKw()[slot] * slotHours) / meanEnergy;
    return excess < 0 && prices.energy[site][slot] == 0 ? 0 : excess;
  }

  private double placeExcess(int site, int slot) {
    double excess = placesUsed[site][slot] - state.sites.get(site).places()[slot];
    return excess < 0 && prices.place[site][slot] == 0 ? 0 : excess;
  }
}
