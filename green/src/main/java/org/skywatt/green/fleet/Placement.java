package org.skywatt.green.fleet;

/**
 * Where and when a job runs.
 *
 * @param site position in the fleet's list of sites
 * @param slots ascending
 */
public record Placement(int site, int... slots) {
  int first() {
    return slots[0];
  }

  /** The slot after the last. */
  int end() {
    return slots[slots.length - 1] + 1;
  }
}
