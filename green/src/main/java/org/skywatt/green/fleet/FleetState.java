package org.skywatt.green.fleet;

import java.util.ArrayList;
import java.util.List;

/** A plan in the making: where each job runs so far, and what it could do instead. */
final class FleetState {
  final List<FleetSite> sites;
  final List<FleetJob> jobs;
  final Load load;
  final PlacementSearch search;
  final SlotPrices free;
  private final Windows windows;
  private final List<List<Integer>> waiting = new ArrayList<>();

  FleetState(List<FleetSite> sites, List<FleetJob> jobs, Windows windows, double slotHours) {
    this.sites = sites;
    this.jobs = jobs;
    this.windows = windows;
    this.load = new Load(sites, jobs);
    this.search = new PlacementSearch(sites, slotHours);
    this.free = new SlotPrices(sites);
    jobs.forEach(job -> waiting.add(new ArrayList<>(0)));
    for (int job = 0; job < jobs.size(); job++) {
      for (int before : jobs.get(job).after()) {
        waiting.get(before).add(job);
      }
    }
  }

  /** Fills the load as another state has it. */
  void copyFrom(FleetState other) {
    for (int job = 0; job < jobs.size(); job++) {
      if (load.get(job) != null) {
        load.remove(job);
      }
      if (other.load.get(job) != null) {
        load.put(job, other.load.get(job));
      }
    }
  }

  /** The first slot that the job may use, the jobs before it standing where they stand. */
  int from(int job) {
    int from = windows.from(job);
    for (int before : jobs.get(job).after()) {
      Placement placement = load.get(before);
      from = placement == null ? Integer.MAX_VALUE / 2 : Math.max(from, placement.end());
    }
    return from;
  }

  /** The slot by which it has to be done, the jobs that wait for it standing where they stand. */
  int to(int job) {
    int to = windows.to(job);
    for (int after : waiting.get(job)) {
      Placement placement = load.get(after);
      to = placement == null ? to : Math.min(to, placement.first());
    }
    return to;
  }

  /** The cheapest placement in the room that is left, or null. */
  Placement fitting(int job, SlotPrices prices) {
    return search.find(jobs.get(job), from(job), to(job), prices, load::hasRoom);
  }

  /** The cheapest placement if the job had everything for itself, or null. */
  Placement alone(int job, SlotPrices prices) {
    return search.find(jobs.get(job), from(job), to(job), prices, this::couldHold);
  }

  /** The same within the whole window, wherever the other jobs stand. */
  Placement alonePriced(int job, SlotPrices prices) {
    return search.find(jobs.get(job), windows.from(job), windows.to(job), prices, this::couldHold);
  }

  boolean couldHold(int site, int slot, double powerKw) {
    return sites.get(site).places()[slot] > 0 && sites.get(site).powerKw()[slot] >= powerKw;
  }

  double cost(int job) {
    return search.cost(jobs.get(job), load.get(job));
  }

  int refused() {
    int refused = 0;
    for (int job = 0; job < jobs.size(); job++) {
      refused += load.get(job) == null ? 1 : 0;
    }
    return refused;
  }

  /** What a plan of all jobs would cost if those without a place cost what the others do. */
  double costOfAll() {
    double placed = 0;
    double all = 0;
    for (int job = 0; job < jobs.size(); job++) {
      double energy = jobs.get(job).powerKw() * jobs.get(job).work().slots();
      all += energy;
      placed += load.get(job) == null ? 0 : energy;
    }
    return placed > 0 ? cost() * all / placed : 0;
  }

  double cost() {
    double sum = 0;
    for (int job = 0; job < jobs.size(); job++) {
      sum += load.get(job) == null ? 0 : cost(job);
    }
    return sum;
  }
}
