package org.skywatt.ingest.cf;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * CF's calendars (section 4.4.1). Days of the real calendars are the same days whatever their name;
 * a model's calendar of 360, 365 or 366 days a year keeps its dates, and a date that does not exist
 * (30 February) is refused.
 */
enum CfCalendar {
  STANDARD,
  PROLEPTIC_GREGORIAN,
  JULIAN,
  NOLEAP,
  ALL_LEAP,
  DAYS_360;

  private static final long MILLIS_A_DAY = 86_400_000;
  private static final int[] BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};

  /** The calendar of an attribute; empty for the standard one. */
  static CfCalendar of(String name) throws CfException {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "", "standard", "gregorian" -> STANDARD;
      case "proleptic_gregorian" -> PROLEPTIC_GREGORIAN;
      case "julian" -> JULIAN;
      case "noleap", "365_day" -> NOLEAP;
      case "all_leap", "366_day" -> ALL_LEAP;
      case "360_day" -> DAYS_360;
      default -> throw new CfException("calendar '" + name + "' is not known");
    };
  }

  /** Number of a date's day: since 1970-01-01 for real calendars, else since their year 0. */
  long dayNumber(int year, int month, int day) throws CfException {
    try {
      return switch (this) {
        case STANDARD -> {
          boolean julian = year < 1582 || (year == 1582 && month * 100 + day < 1015);
          yield julian ? julianDay(year, month, day) : LocalDate.of(year, month, day).toEpochDay();
        }
        case PROLEPTIC_GREGORIAN -> LocalDate.of(year, month, day).toEpochDay();
        case JULIAN -> julianDay(year, month, day);
        case NOLEAP -> 365L * year + BEFORE_MONTH[month - 1] + day - 1;
        case ALL_LEAP -> 366L * year + beforeMonthOfLeapYear(month) + day - 1;
        case DAYS_360 -> 360L * year + 30L * (month - 1) + day - 1;
      };
    } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
      throw new CfException("date " + year + "-" + month + "-" + day + " does not exist");
    }
  }

  /** The moment of a day's milliseconds. */
  Instant instant(long dayNumber, long millis) throws CfException {
    long epochDay =
        switch (this) {
          case STANDARD, PROLEPTIC_GREGORIAN, JULIAN -> dayNumber;
          case NOLEAP -> sameDate(dayNumber, 365);
          case ALL_LEAP -> sameDate(dayNumber, 366);
          case DAYS_360 -> sameDate(dayNumber, 360);
        };
    return Instant.ofEpochMilli(epochDay * MILLIS_A_DAY + millis);
  }

  private long sameDate(long dayNumber, int daysAYear) throws CfException {
    int year = (int) Math.floorDiv(dayNumber, daysAYear);
    int rest = Math.floorMod(dayNumber, daysAYear);
    int month = daysAYear == 360 ? rest / 30 + 1 : 12;
    if (daysAYear != 360) {
      while (before(month) > rest) {
        month--;
      }
    }
    int day = rest - (daysAYear == 360 ? 30 * (month - 1) : before(month)) + 1;
    try {
      return LocalDate.of(year, month, day).toEpochDay();
    } catch (DateTimeException e) {
      throw new CfException(
          "date "
              + year
              + "-"
              + month
              + "-"
              + day
              + " of its calendar does not exist in the world's");
    }
  }

  private int before(int month) {
    return this == ALL_LEAP ? beforeMonthOfLeapYear(month) : BEFORE_MONTH[month - 1];
  }

  private static int beforeMonthOfLeapYear(int month) {
    return BEFORE_MONTH[month - 1] + (month > 2 ? 1 : 0);
  }

  /** Meeus, <i>Astronomical Algorithms</i>, 7.1, for dates of the Julian calendar. */
  private static long julianDay(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > 31) {
      throw new DateTimeException("no such date");
    }
    long y = month > 2 ? year : year - 1;
    long m = month > 2 ? month : month + 12;
    long julianDate =
        Math.floorDiv(1461 * (y + 4716), 4L) + (long) (30.6001 * (m + 1)) + day - 1524;
    return julianDate - 2_440_588;
  }
}
