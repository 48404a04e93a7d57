package org.skywatt.ingest.field;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * What a field says, without its numbers.
 *
 * @param initTime reference time of the run
 * @param validTime when an instant value holds, or where the period ends
 * @param stepType how the value relates to the period
 * @param period length of the period; zero for {@link StepType#INSTANT}, and for an average or
 *     accumulation at step 0, where nothing has been gathered yet
 */
public record FieldHeader(
    FieldCode code,
    FieldLevel level,
    Instant initTime,
    Instant validTime,
    StepType stepType,
    Duration period,
    Member member)
    implements Serializable {
  public FieldHeader {
    if (period.isNegative()) {
      throw new IllegalArgumentException("period " + period + " is negative");
    }
  }

  /** Start of the period; the valid time itself for an instant. */
  public Instant start() {
    return validTime.minus(period);
  }
}
