package org.skywatt.ingest.grib.product;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Steps of time: code table 4.4 of edition 2; 4 in edition 1, which differs from 13 on. */
final class TimeUnits {
  private static final int SECOND = 13;

  private TimeUnits() {}

  /** A code of edition 1 as one of edition 2, where it is one of its steps. */
  static Instant plusEdition1(Instant time, int unit, long count) {
    return switch (unit) {
      case 13 -> plus(time, 0, 15 * count);
      case 14 -> plus(time, 0, 30 * count);
      case 254 -> plus(time, SECOND, count);
      default -> plus(time, unit, count);
    };
  }

  /** A time so many units later; months and longer by the calendar. */
  static Instant plus(Instant time, int unit, long count) {
    OffsetDateTime start = time.atOffset(ZoneOffset.UTC);
    OffsetDateTime end =
        switch (unit) {
          case 0 -> start.plusMinutes(count);
          case 1 -> start.plusHours(count);
          case 2 -> start.plusDays(count);
          case 3 -> start.plusMonths(count);
          case 4 -> start.plusYears(count);
          case 5 -> start.plusYears(10 * count);
          case 6 -> start.plusYears(30 * count);
          case 7 -> start.plusYears(100 * count);
          case 10 -> start.plusHours(3 * count);
          case 11 -> start.plusHours(6 * count);
          case 12 -> start.plusHours(12 * count);
          case SECOND -> start.plusSeconds(count);
          default -> {
            if (count == 0) {
              yield start;
            }
            throw new IllegalArgumentException("unit of time " + unit + " is not supported");
          }
        };
    return end.toInstant();
  }
}
