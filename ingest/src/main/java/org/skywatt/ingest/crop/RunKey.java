package org.skywatt.ingest.crop;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.skywatt.ingest.field.Member;

/**
 * One member of one run of a source: what rows are made from at a time.
 *
 * @param source name of the source in tables
 * @param initTime reference time of the run, whole seconds
 */
public record RunKey(String source, Instant initTime, Member member)
    implements Comparable<RunKey>, Serializable {
  private static final long serialVersionUID = 1L;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final Comparator<RunKey> ORDER =
      Comparator.comparing(RunKey::source)
          .thenComparing(RunKey::initTime)
          .thenComparing(key -> key.member().kind())
          .thenComparing(key -> key.member().number());

  @Override
  public int compareTo(RunKey other) {
    return ORDER.compare(this, other);
  }

  /** Name of the run's folder, such as {@code 20260601T000000Z}. */
  String stamp() {
    return STAMP.format(initTime);
  }

  static Optional<Instant> parseStamp(String name) {
    try {
      return Optional.of(Instant.from(STAMP.parse(name)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The start of the names of the member's files: {@code control-0}, {@code perturbed-12} … */
  String memberName() {
    return member.kind().name().toLowerCase(Locale.ROOT) + "-" + member.number();
  }

  static Optional<Member> parseMember(String fileName) {
    String[] parts = fileName.split("-", 3);
    for (Member.Kind kind : Member.Kind.values()) {
      if (parts.length == 3
          && kind.name().toLowerCase(Locale.ROOT).equals(parts[0])
          && parts[1].matches("[0-9]{1,9}")) {
        return Optional.of(new Member(kind, Integer.parseInt(parts[1])));
      }
    }
    return Optional.empty();
  }
}
