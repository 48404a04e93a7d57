package org.skywatt.green.plan;

/**
 * A battery beside the load.
 *
 * @param capacityKwh energy that it holds, above 0
 * @param powerKw limit of charging and of discharging, above 0
 * @param efficiency of a round trip, above 0 to 1; half of the loss (its square root) each way
 * @param startKwh charge at the start, 0 to the capacity
 * @param endKwh charge that has to be there at the end, 0 to the capacity, as nearly as the power
 *     allows
 */
public record Battery(
    double capacityKwh, double powerKw, double efficiency, double startKwh, double endKwh) {
  /** As much has to be there at the end as at the start. */
  public Battery(double capacityKwh, double powerKw, double efficiency, double startKwh) {
    this(capacityKwh, powerKw, efficiency, startKwh, startKwh);
  }

  /**
   * @throws PlanException for what no battery can be
   */
  public Battery {
    if (!(capacityKwh > 0 && powerKw > 0)
        || Double.isInfinite(capacityKwh + powerKw)
        || !(efficiency > 0 && efficiency <= 1)
        || !(startKwh >= 0 && startKwh <= capacityKwh)
        || !(endKwh >= 0 && endKwh <= capacityKwh)) {
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

  /** The same with another charge now. */
  public Battery charged(double kwh) {
    return new Battery(
        capacityKwh, powerKw, efficiency, Math.max(0, Math.min(capacityKwh, kwh)), endKwh);
  }

  /**
   * Energy at the terminals, kWh, when the charge changes by {@code changeKwh}: above 0 drawn,
   * below 0 given.
   */
  public double terminalsKwh(double changeKwh) {
    double oneWay = Math.sqrt(efficiency);
    return changeKwh > 0 ? changeKwh / oneWay : changeKwh * oneWay;
  }
}
