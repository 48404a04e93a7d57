package org.skywatt.ingest.crop;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.skywatt.ingest.assembly.RunKey;

/**
 * The folder of kept fields: {@code SOURCE/RUN/mMEMBER-DIGEST-PART.crop}, and the grids in {@code
 * grids/}. A source's file that is read again gives files of the same names.
 */
public record CropFolder(Path root) {
  private static final String GRIDS = "grids";
  private static final String NOTE = "note.txt";

  /** What a process left that long ago, it will not finish. */
  private static final Duration LONG_AGO = Duration.ofDays(1);

  /** The file for what {@code part} of a source's file with this SHA-256 holds of a run. */
  Path file(RunKey run, String sha256, int part) {
    return folder(run).resolve(RunNames.file(run, sha256, part));
  }

  private Path folder(RunKey run) {
    return root.resolve(run.source()).resolve(RunNames.folder(run));
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
  public SortedSet<RunKey> runs(String source) throws IOException {
    SortedSet<RunKey> runs = new TreeSet<>(RunNames.ORDER);
    for (Path folder : entries(root.resolve(source))) {
      var initTime = RunNames.findInitTime(folder.getFileName().toString());
      if (initTime.isPresent()) {
        for (Path file : entries(folder)) {
          RunNames.findMember(file.getFileName().toString())
              .ifPresent(member -> runs.add(new RunKey(source, initTime.get(), member)));
        }
      }
    }
    return runs;
  }

  List<Path> files(RunKey run) throws IOException {
    return entries(folder(run)).stream()
        .filter(
            file -> {
              var member = RunNames.findMember(file.getFileName().toString());
              return member.isPresent() && member.getAsInt() == run.member();
            })
        .toList();
  }

  /** Whether anything is kept of a run that does not come from the content of this SHA-256. */
  public boolean holdsOthers(RunKey run, String sha256) throws IOException {
    String own = RunNames.file(run, sha256, 0);
    String same = own.substring(0, own.lastIndexOf('-'));
    return files(run).stream()
        .anyMatch(file -> !file.getFileName().toString().startsWith(same + "-"));
  }

  /** Keeps a word beside what is kept of a run; it goes when the run does. */
  public void note(RunKey run, String word) throws IOException {
    Path file = folder(run).resolve(NOTE);
    Files.createDirectories(file.getParent());
    try (UnfinishedFile unfinished = UnfinishedFile.beside(file)) {
      Files.writeString(unfinished.path(), word);
      unfinished.finish();
    }
  }

  /** The word that is kept beside a run, if there is one. */
  public Optional<String> findNote(RunKey run) throws IOException {
    try {
      return Optional.of(Files.readString(folder(run).resolve(NOTE)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Removes what is kept of a run. */
  public void remove(RunKey run) throws IOException {
    for (Path file : files(run)) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(folder(run).resolve(NOTE));
    deleteIfEmpty(folder(run));
  }

  /** Removes what killed processes left of a source; only while no other writes fields of it. */
  public void sweep(String source) throws IOException {
    for (Path folder : entries(root.resolve(source))) {
      for (Path file : entries(folder)) {
        if (UnfinishedFile.isOne(file)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /**
   * Removes the runs of before {@code initTime}; but nothing that an ingest that runs now may still
   * need.
   *
   * @return how many runs
   */
  public int expire(Instant initTime) throws IOException {
    int removed = 0;
    for (String source : sources()) {
      for (Path folder : entries(root.resolve(source))) {
        var found = RunNames.findInitTime(folder.getFileName().toString());
        boolean old = found.isPresent() && found.get().isBefore(initTime);
        for (Path file : entries(folder)) {
          if (old && isLongAgo(file)) {
            Files.deleteIfExists(file);
          }
        }
        removed += old && deleteIfEmpty(folder) ? 1 : 0;
      }
    }
    return removed;
  }

  private static boolean isLongAgo(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(LONG_AGO));
  }

  private static boolean deleteIfEmpty(Path folder) throws IOException {
    try {
      return Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException e) {
      return false;
    }
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    }
  }
}
