package org.skywatt.models.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.skywatt.core.run.RunHeader;

/**
 * Removes runs that are old, and what writers that were killed left behind. Services that have a
 * removed run open read it to the end: its memory is given back when nobody holds it.
 */
public final class RunRetention {
  private static final Duration LEFT_BEHIND = Duration.ofDays(1);

  private final Path folder;

  /**
   * @param folder of the runs; one that is not there holds none
   */
  public RunRetention(Path folder) {
    this.folder = folder;
  }

  /**
   * Removes runs that were issued before a time, but never the newest ones: an old forecast is
   * better than none.
   *
   * @param least how many runs are kept however old they are, at least 1
   * @return how many runs were removed
   */
  public int expire(Instant before, int least) throws IOException {
    if (least < 1) {
      throw new IllegalArgumentException("at least the newest run is kept, not " + least);
    }
    RunFolder files = new RunFolder(folder);
    List<String> runIds = files.runIds();
    String stamp = RunHeader.stamp(before);
    int removed = 0;
    for (String runId : runIds.subList(0, Math.max(0, runIds.size() - least))) {
      if (runId.substring(0, stamp.length()).compareTo(stamp) < 0
          && Files.deleteIfExists(files.file(runId))) {
        removed++;
      }
    }
    removeLeftBehind(Instant.now().minus(LEFT_BEHIND));
    return removed;
  }

  /**
   * Of old runs leaves the first issued in each span of time, counted from 1970 (of each name that
   * follows the time in a run's id), and removes the others. What is left answers as before; who
   * asks for a forecast as of a time between gets the run before it, as ever.
   *
   * @param before runs issued from then on all stay
   * @param span whole seconds, at least one
   * @return how many runs were removed
   */
  public int thin(Instant before, Duration span) throws IOException {
    if (!span.equals(Duration.ofSeconds(span.toSeconds())) || span.toSeconds() < 1) {
      throw new IllegalArgumentException("runs are thinned to whole seconds, not to " + span);
    }
    RunFolder files = new RunFolder(folder);
    String stamp = RunHeader.stamp(before);
    Set<String> taken = new HashSet<>();
    int removed = 0;
    for (String runId : files.runIds()) {
      if (runId.substring(0, stamp.length()).compareTo(stamp) >= 0) {
        break;
      }
      long place = Math.floorDiv(RunHeader.issueTime(runId).getEpochSecond(), span.toSeconds());
      boolean first = taken.add(place + runId.substring(stamp.length()));
      if (!first && Files.deleteIfExists(files.file(runId))) {
        removed++;
      }
    }
    return removed;
  }

  /** A writer that was killed leaves its file under a hidden name; no writer takes a day. */
  private void removeLeftBehind(Instant before) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.toList()) {
        String name = each.getFileName().toString();
        if (name.startsWith(".")
            && name.endsWith(".tmp")
            && Files.getLastModifiedTime(each).toInstant().isBefore(before)) {
          Files.deleteIfExists(each);
        }
      }
    } catch (NoSuchFileException e) {
      // Nothing is published yet, or another one was as fast: either way it is gone.
      return;
    }
  }
}
