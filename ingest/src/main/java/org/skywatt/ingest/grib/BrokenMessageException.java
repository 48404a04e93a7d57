package org.skywatt.ingest.grib;

import java.nio.file.Path;
import org.skywatt.ingest.file.UnreadableFileException;

/** Ends the reading of one message, not of the file: never leaves this package. */
final class BrokenMessageException extends Exception {
  private static final long serialVersionUID = 1L;

  private final UnreadableFileException reason;

  BrokenMessageException(Path file, String where, String why) {
    this(new UnreadableFileException(file, where, why));
  }

  BrokenMessageException(UnreadableFileException reason) {
    super(reason);
    this.reason = reason;
  }

  UnreadableFileException reason() {
    return reason;
  }
}
