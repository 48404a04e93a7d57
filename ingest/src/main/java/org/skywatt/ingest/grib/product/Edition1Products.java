package org.skywatt.ingest.grib.product;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.skywatt.ingest.field.FieldHeader;
import org.skywatt.ingest.field.FieldLevel;
import org.skywatt.ingest.field.GribCode;
import org.skywatt.ingest.field.Member;
import org.skywatt.ingest.field.StepType;
import org.skywatt.ingest.grib.octet.Octets;

/**
 * Section 1 of edition 1. Trouble is an IllegalArgumentException.
 *
 * <p>Time range indicators (code table 5) are read as ecCodes reads them: ECMWF has no indicator of
 * its own for extremes and writes 2 for them; those it does not know hold at reference time + P1,
 * with a statistic that is not interpreted.
 */
public final class Edition1Products {
  private static final int ECMWF = 98;

  private final Octets section;

  private Edition1Products(Octets section) {
    this.section = section;
  }

  /** What a section 1 says. */
  public static FieldHeader parse(Octets section) {
    return new Edition1Products(section).header();
  }

  private FieldHeader header() {
    int centre = section.unsigned8(5);
    int subcentre = section.unsigned8(26);
    GribCode code =
        new GribCode(
            1,
            centre,
            subcentre == 255 ? 0 : subcentre,
            section.unsigned8(6),
            -1,
            section.unsigned8(4),
            section.unsigned8(9));
    FieldLevel level = Edition1Levels.level(section);
    Instant init = initTime();
    int indicator = section.unsigned8(21);
    StepType type = stepType(indicator, centre);
    int first = section.unsigned8(19);
    int second = section.unsigned8(20);
    return switch (indicator) {
      case 2, 3, 4, 5, 118, 119 -> over(code, level, init, type, first, second);
      case 6 -> over(code, level, init, type, -first, -second);
      case 7 -> over(code, level, init, type, -first, second);
      case 10 -> at(code, level, init, type, section.unsigned16(19));
      default -> at(code, level, init, type, first);
    };
  }

  private FieldHeader at(GribCode code, FieldLevel level, Instant init, StepType type, int count) {
    return new FieldHeader(code, level, init, after(init, count), type, Duration.ZERO, member());
  }

  private FieldHeader over(
      GribCode code, FieldLevel level, Instant init, StepType type, int from, int to) {
    Instant start = after(init, from);
    Instant end = after(init, to);
    if (end.isBefore(start)) {
      throw new IllegalArgumentException(
          "corrupt: its period ends " + end + " before it starts " + start);
    }
    return new FieldHeader(code, level, init, end, type, Duration.between(start, end), member());
  }

  private Instant after(Instant init, int count) {
    return TimeUnits.plusEdition1(init, section.unsigned8(18), count);
  }

  private Instant initTime() {
    int year = (section.unsigned8(25) - 1) * 100 + section.unsigned8(13);
    try {
      return LocalDateTime.of(
              year,
              section.unsigned8(14),
              section.unsigned8(15),
              section.unsigned8(16),
              section.unsigned8(17))
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("corrupt: section 1: " + e.getMessage(), e);
    }
  }

  private static StepType stepType(int indicator, int centre) {
    return switch (indicator) {
      case 0, 1, 10, 13, 14 -> StepType.INSTANT;
      case 2 -> centre == ECMWF ? StepType.MAXIMUM : StepType.ACCUMULATION;
      case 3, 6, 7 -> StepType.AVERAGE;
      case 4 -> StepType.ACCUMULATION;
      case 5 -> StepType.DIFFERENCE;
      case 113 -> StepType.AVERAGE_OF_FORECASTS;
      case 118 -> StepType.MAXIMUM;
      case 119 -> StepType.MINIMUM;
      case 123 -> StepType.AVERAGE_OF_UNINITIALIZED_ANALYSES;
      case 124 -> StepType.AVERAGE_OF_INITIALIZED_ANALYSES;
      default -> StepType.OTHER;
    };
  }

  private Member member() {
    if (section.length() < 50) {
      return section.length() > 43 && section.unsigned8(5) == Members.NCEP
          ? ncepMember()
          : Member.CONTROL;
    }
    if (section.unsigned8(5) == ECMWF || section.unsigned8(26) == ECMWF) {
      return ecmwfMember();
    }
    return section.unsigned8(5) == Members.NCEP ? ncepMember() : Member.CONTROL;
  }

  /** MARS type and number (ECMWF local definitions; octets 43 and 50). */
  private Member ecmwfMember() {
    int type = section.unsigned8(43);
    int number =
        switch (section.unsigned8(41)) {
          case 4, 12, 15, 16, 23 -> section.unsigned16(50);
          case 1, 13, 14, 17, 18, 19, 26, 27, 28, 30, 31, 36, 37, 40, 49, 50 ->
              section.unsigned8(50);
          default -> 0;
        };
    return switch (type) {
      case 17 -> new Member(Member.Kind.MEAN, 0);
      case 18 -> new Member(Member.Kind.SPREAD, 0);
      case 14, 15, 16 -> new Member(Member.Kind.OTHER, 0);
      default -> number == 0 ? Member.CONTROL : new Member(Member.Kind.PERTURBED, number);
    };
  }

  /** NCEP's extension (ON388, appendix C): application, type, number, product. */
  private Member ncepMember() {
    if (section.unsigned8(41) != 1) {
      return Member.CONTROL;
    }
    int kind = section.unsigned8(42);
    if (kind == 4 || kind == 5) {
      int product = section.unsigned8(44);
      boolean mean = kind == 5 && (product == 1 || product == 2);
      Member.Kind spread = product == 11 ? Member.Kind.SPREAD : Member.Kind.OTHER;
      return new Member(mean ? Member.Kind.MEAN : spread, 0);
    }
    return Members.of(Members.NCEP, kind, section.unsigned8(43));
  }
}
