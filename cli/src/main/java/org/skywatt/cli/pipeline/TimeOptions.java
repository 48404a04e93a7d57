package org.skywatt.cli.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.skywatt.cli.UsageException;

/** Times and durations as people write them on the command line. */
public final class TimeOptions {
  private TimeOptions() {}

  /**
   * An ISO-8601 time with {@code Z} or an offset.
   *
   * @throws UsageException if {@code text} is none
   */
  public static Instant time(String option, String text) {
    try {
      return java.time.OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new UsageException(
          option
              + " '"
              + text
              + "' must be a time in UTC or with an offset, like"
              + " 2026-06-01T06:00:00Z");
    }
  }

  /** As {@link #time}; now, to the second, where {@code text} is null. */
  public static Instant timeOrNow(String option, String text) {
    return text == null ? Instant.now().truncatedTo(ChronoUnit.SECONDS) : time(option, text);
  }

  /**
   * A duration of whole minutes, at least one: the length of a step, or the time between issues.
   *
   * @throws UsageException if {@code text} is none
   */
  public static Duration step(String option, String text) {
    Duration duration = duration(option, text);
    if (!duration.equals(Duration.ofMinutes(duration.toMinutes()))) {
      throw new UsageException(option + " '" + text + "' must be whole minutes");
    }
    return duration;
  }

  /**
   * A positive duration: {@code 90m}, {@code 3h}, {@code 30d} or ISO-8601 ({@code PT3H}).
   *
   * @throws UsageException if {@code text} is none
   */
  public static Duration duration(String option, String text) {
    String iso = text.toUpperCase(Locale.ROOT);
    if (!iso.startsWith("P")) {
      iso = iso.endsWith("D") ? "P" + iso : "PT" + iso;
    }
    try {
      Duration duration = Duration.parse(iso);
      if (duration.isZero() || duration.isNegative()) {
        throw new UsageException(option + " must be longer than nothing");
      }
      return duration;
    } catch (DateTimeParseException e) {
      throw new UsageException(option + " '" + text + "' must be like 90m, 3h or 30d");
    }
  }
}
