package org.skywatt.core.field;

import java.nio.file.Path;

/**
 * A file is not a whole, valid fields file; the message names the file and what is wrong with it.
 */
public final class FieldsFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FieldsFileException(Path file, String problem, Throwable cause) {
    super(file + ": " + problem, cause);
  }
}
