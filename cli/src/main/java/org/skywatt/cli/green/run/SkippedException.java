package org.skywatt.cli.green.run;

import java.io.IOException;

/** The command was not run, as its fallback says. */
final class SkippedException extends IOException {
  private static final long serialVersionUID = 1L;

  SkippedException(String message) {
    super(message);
  }
}
