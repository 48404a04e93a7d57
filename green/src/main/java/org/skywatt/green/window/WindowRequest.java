package org.skywatt.green.window;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Work of a fixed length that may start at any time between two moments.
 *
 * @param now the present, rounded up to a whole second; nothing starts before it
 * @param earliestStart start no sooner; {@code now} if earlier than that; rounded up likewise
 * @param deadline end no later
 * @param duration length of the work, whole seconds, at least one
 * @param top how many windows are wanted at most, 1 to 100
 */
public record WindowRequest(
    Instant now, Instant earliestStart, Instant deadline, Duration duration, int top) {
  /**
   * @throws WindowException if the work cannot be done between the earliest start and the deadline
   */
  public WindowRequest {
    if (duration.isNegative() || duration.isZero() || duration.toNanosPart() != 0) {
      throw new WindowException(
          WindowException.Code.INVALID_DURATION,
          "duration " + duration + " must be a positive number of whole seconds, such as PT3H");
    }
    if (top < 1 || top > 100) {
      throw new WindowException(
          WindowException.Code.INVALID_TOP, "top " + top + " must be 1 to 100");
    }
    now = wholeSecond(now);
    earliestStart = wholeSecond(earliestStart);
    if (earliestStart.isBefore(now)) {
      earliestStart = now;
    }
    // Compared as a difference: adding a huge duration to a time would overflow.
    if (Duration.between(earliestStart, deadline).compareTo(duration) < 0) {
      throw new WindowException(
          WindowException.Code.DEADLINE_TOO_SOON,
          "deadline "
              + deadline
              + " comes before "
              + earliestStart
              + " plus the duration "
              + duration
              + "; give a later deadline or a shorter duration");
    }
  }

  private static Instant wholeSecond(Instant time) {
    Instant whole = time.truncatedTo(ChronoUnit.SECONDS);
    return whole.equals(time) ? whole : whole.plusSeconds(1);
  }
}
