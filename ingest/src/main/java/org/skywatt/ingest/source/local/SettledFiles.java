package org.skywatt.ingest.source.local;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of a folder that have settled.
 *
 * @param files those that did not change for the time asked for, sorted
 * @param unsettled those that did; the next look may find them settled
 */
public record SettledFiles(List<Path> files, List<Path> unsettled) {
  private record State(long bytes, Instant modified) {
    static State of(Path file) throws IOException {
      BasicFileAttributes read = Files.readAttributes(file, BasicFileAttributes.class);
      return new State(read.size(), read.lastModifiedTime().toInstant());
    }
  }

  /**
   * Looks at {@code folder}; waits up to {@code settle} where a file is younger than that.
   *
   * @param glob of the files' names; hidden files and {@code .partial} ones are never taken
   */
  public static SettledFiles find(Path folder, String glob, Duration settle) throws IOException {
    Map<Path, State> seen = states(folder, glob);
    Instant youngest =
        seen.values().stream().map(State::modified).max(Instant::compareTo).orElse(Instant.MIN);
    Instant start = Instant.now();
    if (youngest.isAfter(start.minus(settle))) {
      Duration wait = Duration.between(start, youngest.plus(settle));
      sleep(wait.compareTo(settle) > 0 ? settle : wait);
    }
    List<Path> files = new ArrayList<>();
    List<Path> unsettled = new ArrayList<>();
    Map<Path, State> now = states(folder, glob);
    now.forEach((file, state) -> (state.equals(seen.get(file)) ? files : unsettled).add(file));
    return new SettledFiles(files, unsettled);
  }

  private static Map<Path, State> states(Path folder, String glob) throws IOException {
    Map<Path, State> states = new TreeMap<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, glob)) {
      for (Path file : entries) {
        String name = file.getFileName().toString();
        if (Files.isRegularFile(file) && !name.startsWith(".") && !name.endsWith(".partial")) {
          states.put(file, State.of(file));
        }
      }
    } catch (java.nio.file.DirectoryIteratorException e) {
      throw e.getCause();
    } catch (NoSuchFileException e) {
      throw new IOException(e.getFile() + " went away while the folder was looked at", e);
    }
    return states;
  }

  private static void sleep(Duration wait) throws InterruptedIOException {
    try {
      Thread.sleep(wait.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }
}
