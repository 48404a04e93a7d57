package org.skywatt.ingest.grib;

import java.time.Duration;
import java.time.Instant;
import org.skywatt.ingest.field.StepType;

/**
 * What a field says, without its numbers.
 *
 * @param productionStatus code of table 1.3: 0 operational, 1 operational test, 2 research, ...
 * @param initTime reference time of the run
 * @param validTime when an instant value holds, or where the period ends
 * @param period length of the period; zero for {@link StepType#INSTANT}
 * @param member number of the ensemble member; 0 where there is no ensemble
 */
public record GribProduct(
    int productionStatus,
    GribParameter parameter,
    GribLevel level,
    Instant initTime,
    Instant validTime,
    StepType stepType,
    Duration period,
    int member) {
  /** Production status of test products, which simulated files carry. */
  public static final int TEST_PRODUCTS = 1;

  public GribProduct {
    if (period.isNegative()) {
      throw new IllegalArgumentException("period " + period + " is negative");
    }
    if ((stepType == StepType.INSTANT) != period.isZero()) {
      throw new IllegalArgumentException(stepType + " does not go with a period of " + period);
    }
  }
}
