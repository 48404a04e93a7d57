package org.skywatt.client;

import java.io.IOException;

/** The service gives no answer now; it may later. */
public final class ServiceAwayException extends IOException {
  private static final long serialVersionUID = 1L;

  public ServiceAwayException(String message, Throwable cause) {
    super(message, cause);
  }
}
