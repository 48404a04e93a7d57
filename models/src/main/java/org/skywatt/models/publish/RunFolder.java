package org.skywatt.models.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of a folder of runs. */
public final class RunFolder {
  private static final String SUFFIX = ".arrow";
  private static final Pattern RUN_ID =
      Pattern.compile("[0-9]{8}T[0-9]{6}Z(-[a-z0-9][a-z0-9._-]{0,63})?");

  /** What tells two states of a file apart without reading it. */
  record State(long size, Instant modified, Object key) {
    static final State ABSENT = new State(-1, Instant.EPOCH, "absent");
  }

  private final Path folder;
  private State seen = State.ABSENT;
  private Instant looked = Instant.MIN;

  public RunFolder(Path folder) {
    this.folder = folder;
  }

  static boolean isRunId(String text) {
    return RUN_ID.matcher(text).matches();
  }

  Path file(String runId) {
    return folder.resolve(runId + SUFFIX);
  }

  State state(String runId) {
    return state(file(runId));
  }

  /** Whether files may have come or gone since the last call. */
  boolean hasChanged() {
    State now = state(folder);
    // Clocks of file systems are coarse: a change right after a look may carry the same time.
    boolean changed = !now.equals(seen) || now.modified().plusSeconds(2).isAfter(looked);
    seen = now;
    looked = Instant.now();
    return changed;
  }

  /** Ids of all runs, ascending; none while the folder is absent. */
  public List<String> runIds() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(each -> each.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .filter(RunFolder::isRunId)
          .sorted()
          .toList();
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    }
  }

  static State state(Path path) {
    try {
      BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
      return new State(
          found.size(), found.lastModifiedTime().toInstant(), String.valueOf(found.fileKey()));
    } catch (IOException e) {
      return State.ABSENT;
    }
  }
}
