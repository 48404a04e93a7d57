package org.skywatt.core.run;

import java.nio.file.Path;

/** A file is not a whole, valid run file; the message names the file and what is wrong with it. */
public final class RunFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RunFileException(Path file, String problem) {
    super(file + ": " + problem);
  }

  RunFileException(Path file, String problem, Throwable cause) {
    super(file + ": " + problem, cause);
  }
}
