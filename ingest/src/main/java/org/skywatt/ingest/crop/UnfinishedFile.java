package org.skywatt.ingest.crop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** A file that gets its name when it is whole. Closed before that, it is removed. */
record UnfinishedFile(Path path, Path target) implements AutoCloseable {
  private static final String ENDING = ".tmp";

  static UnfinishedFile beside(Path target) {
    String name = "." + target.getFileName() + "." + UUID.randomUUID() + ENDING;
    return new UnfinishedFile(target.resolveSibling(name), target);
  }

  /** Whether a file was left behind by a process that was killed. */
  static boolean isOne(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(".") && name.endsWith(ENDING);
  }

  void finish() throws IOException {
    Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
