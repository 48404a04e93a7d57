package org.skywatt.cli.green.run;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import org.skywatt.cli.UsageException;
import org.skywatt.cli.pipeline.TimeOptions;

/**
 * Deadlines as people write them: a time with offset, a duration from now like {@code 24h}, or a
 * day of the week and a time of day like {@code Mon 09:00} (the next one), or a time of day.
 */
final class Deadline {
  private Deadline() {}

  /**
   * @param zone in which days and times of day are meant
   * @throws UsageException if it cannot be read, or the clocks of the zone never or twice show it
   */
  static Instant parse(String text, Instant now, ZoneId zone) {
    if (text.contains("T") && text.length() > 12) {
      return TimeOptions.time("--deadline", text);
    }
    if (!text.contains(":")) {
      return now.plus(TimeOptions.duration("--deadline", text));
    }
    String[] parts = text.trim().split("\\s+", -1);
    ZonedDateTime here = now.atZone(zone);
    LocalTime time = time(parts[parts.length - 1], text);
    LocalDateTime local = here.toLocalDate().atTime(time);
    if (parts.length == 2) {
      local = local.with(TemporalAdjusters.nextOrSame(day(parts[0], text)));
    }
    if (parts.length > 2) {
      throw wrong(text);
    }
    if (!local.isAfter(here.toLocalDateTime())) {
      local = local.plusDays(parts.length == 2 ? 7 : 1);
    }
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.size() != 1) {
      throw new UsageException(
          "--deadline '"
              + text
              + "' is "
              + local
              + ", which the clocks of "
              + zone
              + (offsets.isEmpty() ? " skip" : " show twice")
              + ": give a time with offset, like 2026-06-01T09:00:00+02:00");
    }
    return local.toInstant(offsets.get(0));
  }

  private static LocalTime time(String part, String text) {
    try {
      return LocalTime.parse(part);
    } catch (DateTimeException e) {
      throw wrong(text);
    }
  }

  private static DayOfWeek day(String part, String text) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (part.length() >= 3
          && day.name().toLowerCase(Locale.ROOT).startsWith(part.toLowerCase(Locale.ROOT))) {
        return day;
      }
    }
    throw wrong(text);
  }

  private static UsageException wrong(String text) {
    return new UsageException(
        "--deadline '" + text + "' must be like 24h, Mon 09:00, 09:00 or 2026-06-01T09:00:00Z");
  }
}
