package org.skywatt.serving.forecast;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.skywatt.serving.problem.ProblemException;

/** The part of a forecast that is asked for: steps that overlap (from, to]. */
public record TimeRange(Instant from, Instant to) {
  /** No limit on either side. */
  public static final TimeRange ALL = new TimeRange(Instant.MIN, Instant.MAX);

  public static TimeRange parse(String from, String to) {
    TimeRange range =
        new TimeRange(
            from == null ? Instant.MIN : time("from", from),
            to == null ? Instant.MAX : time("to", to));
    if (!range.from.isBefore(range.to)) {
      throw ProblemException.badRequest(
          "invalid-range", "from " + from + " must come before to " + to);
    }
    return range;
  }

  /**
   * A time with offset, such as {@code 2026-06-01T06:00:00Z}.
   *
   * @throws ProblemException (400) if it is none
   */
  public static Instant time(String field, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw ProblemException.badRequest(
          "invalid-time",
          field + " '" + text + "' must be a time with offset, such as 2026-06-01T06:00:00Z");
    }
  }

  /** Whether a time, in seconds since 1970, lies after the range's start. */
  public boolean endsAfter(long second) {
    return second > from.getEpochSecond();
  }

  /** Whether a time, in seconds since 1970, lies before the range's end. */
  public boolean startsBefore(long second) {
    return second < to.getEpochSecond() || (second == to.getEpochSecond() && to.getNano() > 0);
  }
}
