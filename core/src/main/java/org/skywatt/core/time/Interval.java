package org.skywatt.core.time;

import java.time.Duration;
import java.time.Instant;

/**
 * The half-open interval {@code (start, end]} that a value stamped {@code end} belongs to; an end
 * that is not after the start is refused.
 */
public record Interval(Instant start, Instant end) {
  public Interval {
    if (!end.isAfter(start)) {
      throw new IllegalArgumentException("interval must end after it starts: " + start + " " + end);
    }
  }

  /** The interval of length {@code period} that ends at {@code validTime}. */
  public static Interval endingAt(Instant validTime, Duration period) {
    return new Interval(validTime.minus(period), validTime);
  }

  public Duration length() {
    return Duration.between(start, end);
  }

  /** The interval of the same length so many lengths later; earlier where negative. */
  public Interval later(int steps) {
    return steps == 0 ? this : new Interval(shifted(start, steps), shifted(end, steps));
  }

  /** End of {@link #later}. */
  public Instant endLater(int steps) {
    return shifted(end, steps);
  }

  private Instant shifted(Instant time, int steps) {
    if (start.getNano() == end.getNano()) { // whole seconds need no decimals
      return time.plusSeconds(steps * (end.getEpochSecond() - start.getEpochSecond()));
    }
    return time.plus(length().multipliedBy(steps));
  }

  public Instant middle() {
    return start.plusNanos(length().toNanos() / 2); // Duration divides by way of decimals
  }

  /** Spreads hours and their multiples, whose own hashes share their low bits, over tables. */
  @Override
  public int hashCode() {
    long mixed = (31 * start.getEpochSecond() + end.getEpochSecond()) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) ^ start.getNano() ^ end.getNano();
  }

  /** Whether {@code instant} lies in {@code (start, end]}. */
  public boolean contains(Instant instant) {
    return instant.isAfter(start) && !instant.isAfter(end);
  }
}
