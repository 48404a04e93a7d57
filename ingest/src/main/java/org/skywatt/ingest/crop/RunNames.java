package org.skywatt.ingest.crop;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.skywatt.ingest.assembly.RunKey;

/** Names of the folders of runs and of the files of their members. */
final class RunNames {
  static final Comparator<RunKey> ORDER =
      Comparator.comparing(RunKey::source)
          .thenComparing(RunKey::initTime)
          .thenComparing(RunKey::member);

  private static final DateTimeFormatter FOLDER =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final Pattern FILE = Pattern.compile("m(-?[0-9]{1,9})-[0-9a-f]{16}-[0-9]+\\.crop");

  private RunNames() {}

  /** {@code 20260601T000000Z}. */
  static String folder(RunKey run) {
    return FOLDER.format(run.initTime());
  }

  static Optional<Instant> findInitTime(String folder) {
    try {
      return Optional.of(Instant.from(FOLDER.parse(folder)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** {@code m0-DIGEST-0.crop}. */
  static String file(RunKey run, String sha256, int part) {
    return "m" + run.member() + "-" + sha256.substring(0, 16) + "-" + part + ".crop";
  }

  static OptionalInt findMember(String file) {
    Matcher matcher = FILE.matcher(file);
    return matcher.matches()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }
}
