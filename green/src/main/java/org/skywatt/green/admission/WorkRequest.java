package org.skywatt.green.admission;

/**
 * Work that arrives and asks to be taken.
 *
 * @param arrival second since the start
 * @param deadline second since the start by which it must be done, after the arrival
 * @param size work, in the unit of capacity: what one unit of power does in a step
 */
public record WorkRequest(double arrival, double deadline, double size) {
  /**
   * @throws IllegalArgumentException for what no request can be
   */
  public WorkRequest {
    if (!(arrival >= 0) || !(deadline > arrival) || Double.isInfinite(deadline)) {
      throw new IllegalArgumentException(
          "deadline " + deadline + " s must come after the arrival, " + arrival + " s");
    }
    if (!(size > 0) || Double.isInfinite(size)) {
      throw new IllegalArgumentException("size " + size + " must be above 0");
    }
  }
}
