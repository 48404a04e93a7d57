package org.skywatt.ingest.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of files that could not be read, or not wholly, each as a copy beside a text that says
 * why. The source's own file is never touched. What is oldest goes when there is too much: a source
 * that is broken for weeks must not fill the disk.
 */
public final class Quarantine {
  private static final int MOST_FILES = 1000;
  private static final long MOST_BYTES = 2L << 30;

  private final Path folder;

  private record Kept(Path file, FileTime modified, long bytes) {}

  public Quarantine(Path folder) {
    this.folder = folder;
  }

  /**
   * Keeps {@code file} if it failed, and the reasons if it failed or had refused rows; does nothing
   * otherwise. A file that is too large for the folder, or a folder, is named and not copied.
   */
  void keep(Path file, String sha256, String failure, List<String> reasons) throws IOException {
    if (failure == null && reasons.isEmpty()) {
      return;
    }
    Files.createDirectories(folder);
    String name = sha256.substring(0, 12) + "-" + file.getFileName();
    if (failure != null && Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES / 2) {
      Files.copy(file, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    List<String> lines = new ArrayList<>();
    if (failure != null) {
      lines.add(failure);
    }
    lines.addAll(reasons);
    Files.write(folder.resolve(name + ".reasons.txt"), lines);
    removeOldest();
  }

  private void removeOldest() throws IOException {
    List<Kept> newestFirst = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        newestFirst.add(new Kept(file, found.lastModifiedTime(), found.size()));
      }
    }
    newestFirst.sort(Comparator.comparing(Kept::modified).reversed());
    long bytes = 0;
    for (int i = 0; i < newestFirst.size(); i++) {
      bytes += newestFirst.get(i).bytes;
      if (i >= MOST_FILES || bytes > MOST_BYTES) {
        Files.deleteIfExists(newestFirst.get(i).file);
      }
    }
  }
}
