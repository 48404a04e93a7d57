package org.skywatt.ingest.fetch;

import java.io.IOException;
import java.util.Optional;

/** The server asks to come again later. */
final class BusyException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String retryAfter;

  BusyException(int status, Optional<String> retryAfter) {
    super("the server answers " + status + (status == 429 ? " (too many requests)" : ""));
    this.retryAfter = retryAfter.orElse(null);
  }

  Optional<String> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
