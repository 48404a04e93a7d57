package org.skywatt.green.admission;

/**
 * What became of the requests.
 *
 * @param requests all of them
 * @param accepted taken
 * @param missed taken but not done by their deadline
 * @param work energy that the work used, in the unit of capacity
 * @param greenWork the part of it that green capacity of the same step covers
 */
public record AdmissionResult(
    int requests, int accepted, int missed, double work, double greenWork) {
  /** Accepted requests, %. */
  public double acceptedPct() {
    return 100.0 * accepted / requests;
  }

  /** Share of green energy, %; NaN if no work was done. */
  public double greenPct() {
    return 100.0 * greenWork / work;
  }
}
