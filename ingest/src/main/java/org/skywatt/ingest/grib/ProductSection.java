package org.skywatt.ingest.grib;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.skywatt.ingest.field.StepType;

/**
 * Section 4, product definition: templates 4.0 and 4.1 (instant; 4.1 an ensemble member), 4.8 and
 * 4.11 (the same over a period). Octet n of the manual is byte n − 1.
 */
final class ProductSection {
  private ProductSection() {}

  /** Parses a section; what is unknown or impossible is an IllegalArgumentException. */
  static GribProduct parse(
      ByteBuffer section, int discipline, int productionStatus, Instant initTime) {
    int template = section.getShort(7) & 0xffff;
    boolean ensemble = template == 1 || template == 11;
    boolean interval = template == 8 || template == 11;
    if (template != 0 && !ensemble && !interval) {
      throw new IllegalArgumentException(
          "product definition template 4." + template + " is not supported");
    }
    GribParameter parameter =
        new GribParameter(discipline, section.get(9) & 0xff, section.get(10) & 0xff);
    GribLevel level =
        new GribLevel(
            section.get(22) & 0xff,
            surface(section, 22),
            section.get(28) & 0xff,
            surface(section, 28));
    int member = ensemble ? section.get(35) & 0xff : 0;
    Instant start = initTime.plus(forecastTime(section));
    if (!interval) {
      return new GribProduct(
          productionStatus,
          parameter,
          level,
          initTime,
          start,
          StepType.INSTANT,
          Duration.ZERO,
          member);
    }
    int endAt = ensemble ? 37 : 34;
    Instant end = time(section, endAt);
    StepType stepType = StepType.ofCode(section.get(endAt + 12) & 0xff);
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("its period ends " + end + " before it starts " + start);
    }
    Duration period = Duration.between(start, end);
    if (period.isZero()) {
      // Centres write a period of length zero at step 0: nothing has been gathered yet.
      stepType = StepType.INSTANT;
    }
    return new GribProduct(
        productionStatus, parameter, level, initTime, end, stepType, period, member);
  }

  /** Seven bytes: year (2), month, day, hour, minute, second. */
  static Instant time(ByteBuffer section, int at) {
    return LocalDateTime.of(
            section.getShort(at) & 0xffff,
            section.get(at + 2),
            section.get(at + 3),
            section.get(at + 4),
            section.get(at + 5),
            section.get(at + 6))
        .toInstant(ZoneOffset.UTC);
  }

  private static Duration forecastTime(ByteBuffer section) {
    int unit = section.get(17) & 0xff;
    long count = signMagnitude(section.getInt(18));
    return switch (unit) {
      case 0 -> Duration.ofMinutes(count);
      case 1 -> Duration.ofHours(count);
      case 2 -> Duration.ofDays(count);
      case 10 -> Duration.ofHours(3 * count);
      case 11 -> Duration.ofHours(6 * count);
      case 12 -> Duration.ofHours(12 * count);
      case 13 -> Duration.ofSeconds(count);
      default ->
          throw new IllegalArgumentException("forecast time unit " + unit + " is not supported");
    };
  }

  /** Value of the fixed surface whose type is at {@code at}; NaN where it has none. */
  private static double surface(ByteBuffer section, int at) {
    int scale = section.get(at + 1) & 0xff;
    int value = section.getInt(at + 2);
    if (section.get(at) == (byte) 255 || value == -1 || scale == 255) {
      return Double.NaN;
    }
    int exponent = (scale & 0x80) == 0 ? scale : -(scale & 0x7f);
    double unscaled = signMagnitude(value);
    // Dividing by an exact power is right to the last digit; multiplying by 0.1 is not.
    return exponent >= 0 ? unscaled / Math.pow(10, exponent) : unscaled * Math.pow(10, -exponent);
  }

  /** GRIB writes negative numbers as a sign bit and a magnitude. */
  static int signMagnitude(int raw) {
    return raw < 0 ? -(raw & 0x7fffffff) : raw;
  }
}
