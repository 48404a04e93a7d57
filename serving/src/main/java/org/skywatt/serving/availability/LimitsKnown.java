package org.skywatt.serving.availability;

import java.time.Instant;

/**
 * By when limits must have been entered to count: what was forecast at a time knew no later ones.
 *
 * @param seconds since 1970; or, if {@code ahead}, before the start of each step
 */
public record LimitsKnown(boolean ahead, long seconds) {
  /** All that stand now. */
  public static final LimitsKnown NOW = new LimitsKnown(false, Long.MAX_VALUE - 1);

  /** Those that stood at a time. */
  public static LimitsKnown at(Instant time) {
    return new LimitsKnown(false, time.getEpochSecond());
  }

  /** Those that stood so long before each step began. */
  public static LimitsKnown ahead(int minutes) {
    return new LimitsKnown(true, 60L * minutes);
  }

  long by(long start) {
    return ahead ? start - seconds : seconds;
  }
}
