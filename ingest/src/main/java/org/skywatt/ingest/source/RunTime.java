package org.skywatt.ingest.source;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A reference time in the patterns of paths, which are UTC. */
public final class RunTime {
  private RunTime() {}

  /** {@code pattern} of {@link DateTimeFormatter}, in UTC. */
  public static String format(String pattern, Instant time) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC).format(time);
  }

  public static int hour(Instant time) {
    return time.atOffset(ZoneOffset.UTC).getHour();
  }

  /** Hours with their fraction. */
  public static double hours(Duration duration) {
    return duration.toSeconds() / 3600.0;
  }
}
