package org.skywatt.green.fleet;

import java.util.BitSet;
import java.util.List;

/** Which jobs run in each slot of each site, and the room that they leave. */
final class Load {
  private static final double ROUNDING = 1e-9;

  private final List<FleetJob> jobs;
  private final double[][] power;
  private final int[][] places;
  private final BitSet[][] running;
  private final Placement[] placements;

  Load(List<FleetSite> sites, List<FleetJob> jobs) {
    this.jobs = jobs;
    this.power = new double[sites.size()][];
    this.places = new int[sites.size()][];
    this.running = new BitSet[sites.size()][];
    this.placements = new Placement[jobs.size()];
    for (int site = 0; site < power.length; site++) {
      power[site] = sites.get(site).powerKw().clone();
      places[site] = sites.get(site).places().clone();
      running[site] = new BitSet[power[site].length];
      for (int slot = 0; slot < power[site].length; slot++) {
        running[site][slot] = new BitSet();
      }
    }
  }

  /** Where the job runs, or null. */
  Placement get(int job) {
    return placements[job];
  }

  void put(int job, Placement placement) {
    placements[job] = placement;
    for (int slot : placement.slots()) {
      power[placement.site()][slot] -= jobs.get(job).powerKw();
      places[placement.site()][slot]--;
      running[placement.site()][slot].set(job);
    }
  }

  Placement remove(int job) {
    Placement placement = placements[job];
    placements[job] = null;
    for (int slot : placement.slots()) {
      power[placement.site()][slot] += jobs.get(job).powerKw();
      places[placement.site()][slot]++;
      running[placement.site()][slot].clear(job);
    }
    return placement;
  }

  boolean hasRoom(int site, int slot, double powerKw) {
    return places[site][slot] > 0 && power[site][slot] >= powerKw * (1 - ROUNDING);
  }

  boolean isOverfull(int site, int slot) {
    return places[site][slot] < 0 || power[site][slot] < -ROUNDING;
  }

  /** Power that one more job could draw, kW; 0 if no place is left. */
  double room(int site, int slot) {
    return places[site][slot] > 0 ? Math.max(0, power[site][slot]) : 0;
  }

  BitSet running(int site, int slot) {
    return running[site][slot];
  }
}
