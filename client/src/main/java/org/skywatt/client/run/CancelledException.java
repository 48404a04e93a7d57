package org.skywatt.client.run;

import java.io.IOException;

/** The job was cancelled at the service, and the work was stopped. */
public final class CancelledException extends IOException {
  private static final long serialVersionUID = 1L;

  public CancelledException(String message) {
    super(message);
  }
}
