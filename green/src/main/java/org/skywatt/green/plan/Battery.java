package org.skywatt.green.plan;

/**
 * A battery beside the load.
 *
 * @param capacityKwh energy that it holds, above 0
 * @param powerKw limit of charging and of discharging, above 0
 * @param efficiency of a round trip, above 0 to 1; half of the loss (its square root) each way
 * @param startKwh charge at the start, 0 to the capacity; as much has to be there at the end
 */
public record Battery(double capacityKwh, double powerKw, double efficiency, double startKwh) {
  /**
   * @throws PlanException for what no battery can be
   */
  public Battery {
    if (!(capacityKwh > 0 && powerKw > 0)
        || Double.isInfinite(capacityKwh + powerKw)
        || !(efficiency > 0 && efficiency <= 1)
        || !(startKwh >= 0 && startKwh <= capacityKwh)) {
      throw new PlanException(
          PlanException.Code.INVALID_JOB,
          "a battery of "
              + capacityKwh
              + " kWh, "
              + powerKw
              + " kW, efficiency "
              + efficiency
              + " and a charge of "
              + startKwh
              + " kWh cannot be; give a positive size, efficiency up to 1 and a charge within it");
    }
  }
}
