package org.skywatt.green.signal;

import java.time.Duration;
import java.time.Instant;

/**
 * Price of energy in a stretch of time, such as an hour of a day-ahead auction.
 *
 * @param pricePerMwh in any currency; may be negative
 */
public record PricePoint(Instant start, Instant end, double pricePerMwh) {
  private static final double MOST = 100_000;
  private static final Duration LONGEST = Duration.ofDays(1);

  /**
   * @throws IllegalArgumentException for what cannot be
   */
  public PricePoint {
    Duration length = Duration.between(start, end);
    if (length.isNegative() || length.isZero() || length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "from " + start + " to " + end + " is no stretch of up to a day");
    }
    if (!(Math.abs(pricePerMwh) <= MOST)) {
      throw new IllegalArgumentException(
          pricePerMwh + " a MWh at " + start + " must be within " + (int) MOST + " either way");
    }
  }
}
