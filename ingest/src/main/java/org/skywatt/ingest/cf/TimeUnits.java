package org.skywatt.ingest.cf;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times told as {@code UNIT since DATE [TIME] [ZONE]} (udunits, CF 1.11 section 4.4), in any of
 * CF's calendars. Months and years are refused: they have no one length.
 *
 * @param milliseconds length of the unit
 * @param epochDay day of the reference date in the calendar
 * @param epochMillis milliseconds of that day, in UTC
 */
record TimeUnits(CfCalendar calendar, double milliseconds, long epochDay, long epochMillis) {
  private static final Pattern SINCE =
      Pattern.compile(
          "(?i)\\s*([a-z]+)\\s+since\\s+(-?\\d{1,4})-(\\d{1,2})-(\\d{1,2})"
              + "(?:[T\\s]\\s*(\\d{1,2})(?::(\\d{1,2}))?(?::(\\d{1,2}(?:\\.\\d*)?))?)?"
              + "\\s*(Z|UTC|GMT|[+-]\\d{1,2}(?::?\\d{2})?)?\\s*");
  private static final double DAY = 86_400_000;
  private static final double FARTHEST_DAYS = 4e6;

  static TimeUnits parse(String units, String calendar) throws CfException {
    Matcher matcher = SINCE.matcher(units);
    if (!matcher.matches()) {
      throw new CfException("time units '" + units + "' are not 'UNIT since DATE'");
    }
    CfCalendar kind = CfCalendar.of(calendar);
    long day =
        kind.dayNumber(
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3)),
            Integer.parseInt(matcher.group(4)));
    double seconds =
        number(matcher.group(5)) * 3600 + number(matcher.group(6)) * 60 + number(matcher.group(7));
    long zone = zoneSeconds(matcher.group(8)) * 1000;
    return new TimeUnits(kind, unit(matcher.group(1)), day, Math.round(seconds * 1000) - zone);
  }

  /** A time in these units, to the millisecond. */
  Instant instant(double value) throws CfException {
    double offset = value * milliseconds + epochMillis;
    if (!(Math.abs(offset) < FARTHEST_DAYS * DAY)) {
      throw new CfException("time " + value + " is missing or too far away");
    }
    long millis = Math.round(offset);
    long days = Math.floorDiv(millis, (long) DAY);
    return calendar.instant(epochDay + days, millis - days * (long) DAY);
  }

  /** A length of time in a unit such as {@code hours}. */
  static Duration duration(double value, String unit) throws CfException {
    double millis = value * unit(unit.strip());
    if (!(Math.abs(millis) < FARTHEST_DAYS * DAY)) {
      throw new CfException("period " + value + " is missing or too long");
    }
    return Duration.ofMillis(Math.round(millis));
  }

  private static double unit(String name) throws CfException {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "nanosecond", "nanoseconds", "ns" -> 1e-6;
      case "microsecond", "microseconds", "us" -> 1e-3;
      case "millisecond", "milliseconds", "msec", "ms" -> 1;
      case "second", "seconds", "sec", "secs", "s" -> 1000;
      case "minute", "minutes", "min", "mins" -> 60_000;
      case "hour", "hours", "hr", "hrs", "h" -> 3_600_000;
      case "day", "days", "d" -> DAY;
      case "week", "weeks" -> 7 * DAY;
      default -> throw new CfException("unit of time '" + name + "' has no fixed length");
    };
  }

  private static double number(String text) {
    return text == null ? 0 : Double.parseDouble(text);
  }

  private static long zoneSeconds(String zone) throws CfException {
    if (zone == null || Character.isLetter(zone.charAt(0))) {
      return 0;
    }
    String digits = zone.substring(1).replace(":", "");
    String hours = digits.length() > 2 ? digits.substring(0, digits.length() - 2) : digits;
    String minutes = digits.length() > 2 ? digits.substring(digits.length() - 2) : "0";
    int sign = zone.charAt(0) == '-' ? -1 : 1;
    try {
      return ZoneOffset.ofHoursMinutes(
              sign * Integer.parseInt(hours), sign * Integer.parseInt(minutes))
          .getTotalSeconds();
    } catch (DateTimeException e) {
      throw new CfException("time zone " + zone + " does not exist");
    }
  }
}
