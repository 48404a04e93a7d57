package org.skywatt.client;

import java.io.IOException;

/** The service refuses what was asked, in its own words; asking again would change nothing. */
public final class RefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;

  public RefusedException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** HTTP status, 400 to 499; 409 for a promise that cannot be made. */
  public int status() {
    return status;
  }
}
