package org.skywatt.ingest.file;

import java.io.IOException;
import java.nio.file.Path;

/** A file, or a part of it, that cannot be read. The message names file, place and reason. */
public final class UnreadableFileException extends IOException {
  private static final long serialVersionUID = 1L;

  public UnreadableFileException(Path file, String where, String why) {
    super(file.getFileName() + ", " + where + ": " + why);
  }

  public UnreadableFileException(Path file, String where, String why, Throwable cause) {
    super(file.getFileName() + ", " + where + ": " + why, cause);
  }
}
