package org.skywatt.cli.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.UsageException;
import org.skywatt.cli.pipeline.TimeOptions;
import org.skywatt.core.run.RunHeader;

/** Since when a choice of a model counts: runs that were published keep theirs. */
final class ChoiceTime {
  private ChoiceTime() {}

  /**
   * @param at as people wrote it; null for now
   * @throws UsageException if it is in the future, or before the newest published run
   */
  static Instant of(String at, DataHome home) throws IOException {
    Instant time = TimeOptions.timeOrNow("--at", at);
    if (time.isAfter(Instant.now())) {
      throw new UsageException("--at " + at + " is in the future");
    }
    Optional<String> newest = newestRun(home);
    if (newest.isPresent() && newest.get().compareTo(RunHeader.stamp(time)) > 0) {
      throw new UsageException(
          "--at " + at + " is before the run " + newest.get() + ", which was published already");
    }
    return time;
  }

  private static Optional<String> newestRun(DataHome home) throws IOException {
    Path runs = home.published().resolve("runs");
    if (!Files.isDirectory(runs)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(runs)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("[0-9]{8}T[0-9]{6}Z.*\\.arrow"))
          .map(name -> name.substring(0, "20260101T000000Z".length()))
          .max(String::compareTo);
    }
  }
}
