package org.skywatt.green.job;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time in which a job runs, from {@code start} on and until {@code end}.
 *
 * @param powerKw that it draws meanwhile
 */
public record Segment(Instant start, Instant end, double powerKw) {
  /** How much of it lies between two moments. */
  public Duration within(Instant from, Instant to) {
    Instant first = start.isAfter(from) ? start : from;
    Instant last = end.isBefore(to) ? end : to;
    return first.isBefore(last) ? Duration.between(first, last) : Duration.ZERO;
  }

  /** Energy of what lies between two moments, kWh. */
  public double kwhWithin(Instant from, Instant to) {
    return powerKw * seconds(within(from, to)) / 3600;
  }

  /** To the nanosecond: thousandths that are cut off in each step would be missing in a sum. */
  static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  /** Energy, kWh. */
  public double kwh() {
    return kwhWithin(start, end);
  }
}
