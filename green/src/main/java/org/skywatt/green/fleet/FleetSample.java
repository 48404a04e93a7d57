package org.skywatt.green.fleet;

import java.util.ArrayList;
import java.util.List;
import org.skywatt.green.plan.SlotJob;

/**
 * Some jobs, evenly chosen, of a large fleet and that share of the room: its prices are near those
 * of the whole, and found in a fraction of the time. A bound from any prices is a bound.
 */
final class FleetSample {
  private static final int ENOUGH = 3_000;

  private FleetSample() {}

  /** Prices to start from; all 0 for a fleet that is small enough itself. */
  static SlotPrices prices(FleetState state, Windows windows, double slotHours) {
    int every = state.jobs.size() / ENOUGH;
    if (every < 2) {
      return new SlotPrices(state.sites);
    }
    List<FleetJob> jobs = new ArrayList<>();
    for (int job = 0; job < state.jobs.size(); job += every) {
      FleetJob each = state.jobs.get(job);
      SlotJob work =
          new SlotJob(each.work().id(), windows.from(job), windows.to(job), each.work().slots());
      jobs.add(new FleetJob(work, each.powerKw(), each.interruptible(), each.options(), List.of()));
    }
    List<FleetSite> sites = new ArrayList<>();
    for (FleetSite site : state.sites) {
      double[] power = site.powerKw().clone();
      int[] places = site.places().clone();
      for (int slot = 0; slot < power.length; slot++) {
        power[slot] /= every;
        places[slot] = (int) (((long) places[slot] + every - 1) / every);
      }
      sites.add(new FleetSite(site.id(), site.costs(), power, places));
    }
    FleetState sample = new FleetState(sites, jobs, new Windows(jobs), slotHours);
    RegretGreedy.place(sample, sample.free);
    LagrangeBound bound = new LagrangeBound(sample, slotHours);
    bound.search(sample.costOfAll());
    return bound.prices();
  }
}
