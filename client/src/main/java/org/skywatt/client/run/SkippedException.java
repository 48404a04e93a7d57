package org.skywatt.client.run;

import java.io.IOException;

/** The work was not run, as its fallback says. */
public final class SkippedException extends IOException {
  private static final long serialVersionUID = 1L;

  public SkippedException(String message) {
    super(message);
  }
}
