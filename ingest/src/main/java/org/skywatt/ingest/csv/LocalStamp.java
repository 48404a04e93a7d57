package org.skywatt.ingest.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;

/**
 * A time as meters write them: {@code 2023-03-10 00:15:00} or {@code 2023-03-10T00:15}, with an
 * offset from UTC or without, or {@code 20230310 00:15}.
 */
record LocalStamp(LocalDateTime local, OffsetDateTime withOffset) {
  private static final List<DateTimeFormatter> FORMATS =
      List.of(
          DateTimeFormatter.ofPattern("yyyy-MM-dd['T'][' ']HH:mm[:ss][.SSS][XXX][ XXX]"),
          DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm[:ss]"),
          DateTimeFormatter.ofPattern("yyyyMMdd HH:mm[:ss]"));

  /**
   * @throws DateTimeException where the text is no such time
   */
  static LocalStamp parse(String text) {
    DateTimeException why = null;
    for (DateTimeFormatter format : FORMATS) {
      try {
        TemporalAccessor parsed = format.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime offset
            ? new LocalStamp(offset.toLocalDateTime(), offset)
            : new LocalStamp(LocalDateTime.from(parsed), null);
      } catch (DateTimeException e) {
        why = e;
      }
    }
    throw new DateTimeException(
        "'" + text + "' is not a time; write one like 2026-03-29 01:30", why);
  }

  /**
   * The moment, in {@code zone} where there is no offset. Of the two that the hour has in which
   * clocks go back, the second if the first is not after {@code before}.
   */
  Instant instant(ZoneId zone, Instant before) {
    if (withOffset != null) {
      return withOffset.toInstant();
    }
    ZonedDateTime first = local.atZone(zone);
    return first.toInstant().isAfter(before)
        ? first.toInstant()
        : first.withLaterOffsetAtOverlap().toInstant();
  }
}
