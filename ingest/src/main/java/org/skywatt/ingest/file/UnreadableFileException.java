package org.skywatt.ingest.file;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file, or a part of it, that cannot be read: which file, where in it, and why with how to mend
 * it, in one line.
 */
public final class UnreadableFileException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final String where;
  private final String why;
  private boolean absent;

  /**
   * @param where the part: a message, row, variable or field; empty for the whole file
   */
  public UnreadableFileException(Path file, String where, String why) {
    this(file, where, why, null);
  }

  public UnreadableFileException(Path file, String where, String why, Throwable cause) {
    super(file + (where.isEmpty() ? "" : ", " + where) + ": " + why, cause);
    this.file = file.toString();
    this.where = where;
    this.why = why;
  }

  /** What a file does not hold, though it may hold other things. */
  public static UnreadableFileException absent(Path file, String where, String why) {
    UnreadableFileException exception = new UnreadableFileException(file, where, why);
    exception.absent = true;
    return exception;
  }

  /** Whether the file is sound, and just does not hold what was asked for. */
  public boolean isAbsent() {
    return absent;
  }

  public String file() {
    return file;
  }

  public String where() {
    return where;
  }

  public String why() {
    return why;
  }
}
