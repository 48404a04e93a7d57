package org.skywatt.ingest.fetch;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next attempt: exponential backoff with full jitter (Brooker,
 * "Exponential backoff and jitter", AWS Architecture Blog, 2015), so that many clients do not come
 * back at once; never sooner than the server asks for.
 */
final class Pauses {
  private final FetchSettings settings;
  private final Clock clock;
  private final DoubleSupplier random;

  /**
   * @param random numbers from 0 to 1
   */
  Pauses(FetchSettings settings, Clock clock, DoubleSupplier random) {
    this.settings = settings;
    this.clock = clock;
    this.random = random;
  }

  /**
   * @param failures attempts that failed so far, from 1
   * @param retryAfter the header of the last answer, if there was one
   */
  Duration next(int failures, Optional<String> retryAfter) {
    double bound =
        Math.min(
            (double) settings.longestPause().toMillis(),
            settings.firstPause().toMillis() * Math.pow(2, failures - 1));
    Duration jittered = Duration.ofMillis((long) (random.getAsDouble() * bound));
    Duration asked = retryAfter.flatMap(this::parse).orElse(Duration.ZERO);
    return asked.compareTo(jittered) > 0 ? asked : jittered;
  }

  /** Seconds, or a date (RFC 9110 section 10.2.3), at most the longest pause. */
  private Optional<Duration> parse(String retryAfter) {
    Optional<Duration> asked;
    if (retryAfter.matches("\\d{1,9}")) {
      asked = Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)));
    } else {
      asked = date(retryAfter).map(until -> Duration.between(clock.instant(), until));
    }
    return asked
        .filter(each -> !each.isNegative())
        .map(each -> each.compareTo(settings.longestPause()) > 0 ? settings.longestPause() : each);
  }

  /** A date of an HTTP header; nothing where it is none. */
  static Optional<Instant> date(String header) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
