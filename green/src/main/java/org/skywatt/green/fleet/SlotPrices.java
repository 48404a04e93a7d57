package org.skywatt.green.fleet;

import java.util.List;

/**
 * What room costs beside the energy: a price of a kilowatt-hour and of a place in each slot of each
 * site, 0 where the room is not scarce (Lagrange multipliers of the limits).
 */
final class SlotPrices {
  final double[][] energy;
  final double[][] place;

  SlotPrices(List<FleetSite> sites) {
    energy = new double[sites.size()][];
    place = new double[sites.size()][];
    for (int site = 0; site < energy.length; site++) {
      energy[site] = new double[sites.get(site).slots()];
      place[site] = new double[sites.get(site).slots()];
    }
  }

  void copyFrom(SlotPrices other) {
    for (int site = 0; site < energy.length; site++) {
      System.arraycopy(other.energy[site], 0, energy[site], 0, energy[site].length);
      System.arraycopy(other.place[site], 0, place[site], 0, place[site].length);
    }
  }

  /** What all the room there is costs; limits that are infinite have no price. */
  double ofAllRoom(List<FleetSite> sites, double slotHours) {
    double sum = 0;
    for (int site = 0; site < energy.length; site++) {
      for (int slot = 0; slot < energy[site].length; slot++) {
        if (energy[site][slot] > 0) {
          sum += energy[site][slot] * sites.get(site).powerKw()[slot] * slotHours;
        }
        sum += place[site][slot] * sites.get(site).places()[slot];
      }
    }
    return sum;
  }
}
