package org.skywatt.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/** Spark's temporary files: a folder a process, so that those of killed ones can be told. */
final class Scratch {
  private Scratch() {}

  /** This process's folder in {@code parent}; removes those of processes that are no more. */
  static Path open(Path parent) throws IOException {
    Path own = parent.resolve(Long.toString(ProcessHandle.current().pid()));
    Files.createDirectories(own);
    try (Stream<Path> folders = Files.list(parent)) {
      for (Path folder : folders.toList()) {
        if (!isAlive(folder.getFileName().toString())) {
          FileUtils.deleteDirectory(folder.toFile());
        }
      }
    }
    return own;
  }

  private static boolean isAlive(String name) {
    try {
      return ProcessHandle.of(Long.parseLong(name)).isPresent();
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
