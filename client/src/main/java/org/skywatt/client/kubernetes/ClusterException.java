package org.skywatt.client.kubernetes;

import java.io.IOException;

/** The API server refuses, in one line. */
final class ClusterException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;

  ClusterException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** HTTP status; 410 if a resourceVersion is too old. */
  int status() {
    return status;
  }
}
