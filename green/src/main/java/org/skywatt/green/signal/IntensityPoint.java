package org.skywatt.green.signal;

import java.time.Duration;
import java.time.Instant;

/**
 * Carbon intensity of a stretch of time, location-based.
 *
 * @param gramsPerKwh 0 or more
 */
public record IntensityPoint(Instant start, Instant end, double gramsPerKwh) {
  private static final double MOST = 5_000;
  private static final Duration LONGEST = Duration.ofDays(1);

  /**
   * @throws IllegalArgumentException for what cannot be
   */
  public IntensityPoint {
    Duration length = Duration.between(start, end);
    if (length.isNegative() || length.isZero() || length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "from " + start + " to " + end + " is no stretch of up to a day");
    }
    if (!(gramsPerKwh >= 0 && gramsPerKwh <= MOST)) {
      throw new IllegalArgumentException(
          gramsPerKwh + " g/kWh at " + start + " must be 0 to " + (int) MOST);
    }
  }

  double hoursWithin(Instant from, Instant to) {
    Instant first = start.isAfter(from) ? start : from;
    Instant last = end.isBefore(to) ? end : to;
    return first.isBefore(last) ? Duration.between(first, last).toMillis() / 3.6e6 : 0;
  }
}
