package org.skywatt.ingest.hrit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Names of the files of one slot: they differ in their channel and segment only. */
final class SlotFiles {
  private SlotFiles() {}

  /**
   * The slot's prologue or epilogue in a segment's folder, under its usual name.
   *
   * @param kind {@code PRO______} or {@code EPI______}
   */
  static Optional<Path> beside(Path segment, HritHeader header, String kind) {
    String[] parts = header.annotation().split("-", -1);
    if (parts.length < 8) {
      return Optional.empty();
    }
    parts[4] = "_________";
    parts[5] = kind;
    parts[7] = "__";
    String name = String.join("-", parts);
    if (!name.matches("[A-Za-z0-9_-]+")) {
      return Optional.empty(); // the annotation is the file's own word: no path may come of it
    }
    Path file = segment.resolveSibling(name);
    return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
  }
}
