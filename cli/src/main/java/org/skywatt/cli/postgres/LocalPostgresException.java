package org.skywatt.cli.postgres;

/** Why there is no local PostgreSQL: one line that says what, where and how to mend it. */
public final class LocalPostgresException extends RuntimeException {
  private static final long serialVersionUID = 1;

  LocalPostgresException(String message) {
    super(message);
  }

  LocalPostgresException(String message, Throwable cause) {
    super(message, cause);
  }
}
