package org.skywatt.ingest.grib.product;

import java.time.Duration;
import java.time.Instant;
import org.skywatt.ingest.field.FieldHeader;
import org.skywatt.ingest.field.FieldLevel;
import org.skywatt.ingest.field.GribCode;
import org.skywatt.ingest.field.Member;
import org.skywatt.ingest.field.StepType;
import org.skywatt.ingest.grib.octet.Octets;

/**
 * Section 4 of edition 2: the product definition templates of {@link ProductTemplate}; the others
 * are refused by number. Trouble is an IllegalArgumentException.
 */
public final class Edition2Products {
  private static final int LENGTH_OF_SHORT_44 = 45;

  /** From the end of the interval to the first statistical process. */
  private static final int TO_PROCESS = 12;

  private static final int SAME_STEP_OF_SUCCESSIVE_RUNS = 1;

  private final Octets section;
  private final Identification run;
  private final int number;
  private final ProductTemplate template;

  private Edition2Products(Octets section, Identification run) {
    this.section = section;
    this.run = run;
    number = section.unsigned16(8);
    boolean satellite = number == 33 || number == 34 || number == 40033 || number == 40034;
    int coordinates = section.unsigned16(6);
    template =
        ProductTemplate.of(
            number,
            satellite ? section.unsigned8(23) : 0,
            section.length() - 4 * coordinates == LENGTH_OF_SHORT_44);
  }

  /** What a section 4 says. */
  public static FieldHeader parse(Octets section, int discipline, Identification run) {
    return new Edition2Products(section, run).header(discipline);
  }

  private FieldHeader header(int discipline) {
    int process = template.processAt() == 0 ? 255 : section.unsigned8(template.processAt());
    GribCode code =
        new GribCode(
            2,
            run.centre(),
            run.subcentre(),
            process,
            discipline,
            section.unsigned8(10),
            section.unsigned8(11));
    FieldLevel level =
        template.levelAt() == 0
            ? Edition2Levels.UNKNOWN
            : Edition2Levels.level(section, template.levelAt(), run.centre());
    Instant start = start();
    if (template.endAt() == 0) {
      return new FieldHeader(
          code, level, run.initTime(), start, StepType.INSTANT, Duration.ZERO, member());
    }
    Instant end = end(start);
    return new FieldHeader(
        code, level, run.initTime(), end, stepType(), Duration.between(start, end), member());
  }

  private Instant start() {
    int at = template.unitAt();
    if (at == 0) {
      return run.initTime();
    }
    boolean isShort = number == 44 && template.levelAt() == at + 3;
    long count = isShort ? section.unsigned16(at + 1) : section.signed32(at + 1);
    return TimeUnits.plus(run.initTime(), section.unsigned8(at), count);
  }

  /** The end that is given; where that is no time after the start, start and length. */
  private Instant end(Instant start) {
    int at = template.endAt();
    if (section.unsigned16(at) != 0 && section.unsigned8(at + 2) != 0) {
      Instant given = Identification.time(section, at);
      if (!given.isBefore(start)) {
        return given;
      }
    }
    int process = at + TO_PROCESS;
    return TimeUnits.plus(start, section.unsigned8(process + 2), section.unsigned32(process + 3));
  }

  private StepType stepType() {
    int process = template.endAt() + TO_PROCESS;
    StepType type = StepType.ofCode(section.unsigned8(process));
    boolean overRuns = section.unsigned8(process + 1) == SAME_STEP_OF_SUCCESSIVE_RUNS;
    return type == StepType.AVERAGE && overRuns ? StepType.AVERAGE_OVER_RUNS : type;
  }

  private Member member() {
    if (!template.interpreted()) {
      return new Member(Member.Kind.OTHER, 0);
    }
    if (template.derivedAt() != 0) {
      return derived();
    }
    if (template.memberAt() == 0) {
      return Member.CONTROL;
    }
    return Members.of(
        run.centre(),
        section.unsigned8(template.memberAt()),
        section.unsigned8(template.memberAt() + 1));
  }

  /** Code table 4.7; of a cluster, a statistic says nothing of the whole ensemble. */
  private Member derived() {
    boolean cluster = number == 3 || number == 4 || number == 13 || number == 14;
    int statistic = section.unsigned8(template.derivedAt());
    Member.Kind kind =
        switch (cluster ? -1 : statistic) {
          case 0, 1 -> Member.Kind.MEAN;
          case 2, 4 -> Member.Kind.SPREAD;
          default -> Member.Kind.OTHER;
        };
    return new Member(kind, 0);
  }
}
