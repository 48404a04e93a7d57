package org.skywatt.serving.availability;

import java.time.Instant;

/**
 * By when limits must have been entered to count: what was forecast at a time knew no later ones.
 *
 * @param seconds since 1970; or, if {@code ahead}, before the start of each step that is answered
 * @param stepSeconds of the steps that are answered, counted from midnight UTC, if {@code ahead}: a
 *     step of a run counts what was known before the answered step in which it begins; 1 if the
 *     run's own steps are answered
 */
public record LimitsKnown(boolean ahead, long seconds, int stepSeconds) {
  /** All that stand now. */
  public static final LimitsKnown NOW = new LimitsKnown(false, Long.MAX_VALUE - 1, 1);

  /** Those that stood at a time. */
  public static LimitsKnown at(Instant time) {
    return new LimitsKnown(false, time.getEpochSecond(), 1);
  }

  /**
   * Those that stood so long before each step began.
   *
   * @param stepSeconds of the steps that are answered; 0 for those of the run
   */
  public static LimitsKnown ahead(int minutes, int stepSeconds) {
    return new LimitsKnown(true, 60L * minutes, Math.max(1, stepSeconds));
  }

  long by(long start) {
    return ahead ? Math.floorDiv(start, (long) stepSeconds) * stepSeconds - seconds : seconds;
  }
}
