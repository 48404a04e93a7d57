package org.skywatt.cli.green.run;

import java.io.IOException;

/** The service gives no answer now; it may later. */
final class ServiceAwayException extends IOException {
  private static final long serialVersionUID = 1L;

  ServiceAwayException(String message, Throwable cause) {
    super(message, cause);
  }
}
