package org.skywatt.ingest.crop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The folder of kept fields: {@code SOURCE/RUN/MEMBER-DIGEST-PART.crop}, and the grids in {@code
 * grids/}. A file of a source that is read again gives files of the same names.
 */
public record CropFolder(Path root) {
  private static final String ENDING = ".crop";
  private static final String GRIDS = "grids";

  /** The file for what {@code part} of a source's file with this SHA-256 holds of a run. */
  Path file(RunKey run, String sha256, int part) {
    return folder(run.source(), run)
        .resolve(run.memberName() + "-" + sha256.substring(0, 16) + "-" + part + ENDING);
  }

  private Path folder(String source, RunKey run) {
    return root.resolve(source).resolve(run.stamp());
  }

  Path grids() {
    return root.resolve(GRIDS);
  }

  /** Names of the sources of which fields are kept. */
  public List<String> sources() throws IOException {
    return entries(root).stream()
        .filter(path -> Files.isDirectory(path) && !path.endsWith(GRIDS))
        .map(path -> path.getFileName().toString())
        .toList();
  }

  /** Every member of every run that is kept of a source, in order. */
  public Set<RunKey> runs(String source) throws IOException {
    Set<RunKey> runs = new TreeSet<>();
    for (Path folder : entries(root.resolve(source))) {
      var initTime = RunKey.parseStamp(folder.getFileName().toString());
      if (initTime.isPresent()) {
        for (Path file : entries(folder)) {
          RunKey.parseMember(file.getFileName().toString())
              .ifPresent(member -> runs.add(new RunKey(source, initTime.get(), member)));
        }
      }
    }
    return runs;
  }

  List<Path> files(RunKey run) throws IOException {
    return entries(folder(run.source(), run)).stream()
        .filter(
            path ->
                path.getFileName().toString().startsWith(run.memberName() + "-")
                    && path.toString().endsWith(ENDING))
        .toList();
  }

  /**
   * Removes the runs of before {@code initTime}, and what killed processes left.
   *
   * @return how many runs
   */
  public int expire(Instant initTime) throws IOException {
    int removed = 0;
    for (String source : sources()) {
      for (Path folder : entries(root.resolve(source))) {
        var found = RunKey.parseStamp(folder.getFileName().toString());
        boolean old = found.isPresent() && found.get().isBefore(initTime);
        for (Path file : entries(folder)) {
          if (old || isLeftBehind(file)) {
            Files.deleteIfExists(file);
          }
        }
        if (old) {
          Files.deleteIfExists(folder);
          removed++;
        }
      }
    }
    return removed;
  }

  private static boolean isLeftBehind(Path file) throws IOException {
    return UnfinishedFile.isOne(file)
        && Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minusSeconds(86_400));
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
