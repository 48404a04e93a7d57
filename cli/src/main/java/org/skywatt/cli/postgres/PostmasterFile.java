package org.skywatt.cli.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a running server writes to {@code postmaster.pid} in its data folder.
 *
 * @param port TCP port; 0 while the server hasn't written it yet
 */
record PostmasterFile(long pid, int port) {
  // Above the greatest number that Linux gives to a process (2^22).
  private static final int NO_PROCESS = Integer.MAX_VALUE;

  static Optional<PostmasterFile> find(Path data) throws IOException {
    try {
      List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
      if (lines.isEmpty()) {
        return Optional.empty();
      }
      int port = lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0;
      return Optional.of(new PostmasterFile(Long.parseLong(lines.get(0).strip()), port));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (NumberFormatException torn) {
      return Optional.empty();
    }
  }

  /**
   * Whether {@code pid} is a server on {@code data}. After a crash another program may have got the
   * number, so that its being alive proves nothing.
   */
  boolean isRunningOn(Path data) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(process -> process.info().commandLine())
        .filter(line -> line.contains("postgres") && line.contains(data.toString()))
        .isPresent();
  }

  /**
   * Makes a file whose number went to another program look stale, so that the server starts. The
   * file is not removed: the server reads from it whether processes of a killed predecessor still
   * use the data.
   */
  void disownIfReused(Path data) throws IOException {
    if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty() || isRunningOn(data)) {
      return;
    }
    Path file = data.resolve("postmaster.pid");
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.set(0, Integer.toString(NO_PROCESS));
    Files.write(file, lines);
  }
}
