package org.skywatt.green.window;

/** A request that has no answer; the message says why and how to mend it. */
public final class WindowException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong, for programs. */
  public enum Code {
    INVALID_DURATION,
    INVALID_TOP,
    DEADLINE_TOO_SOON,
    BEYOND_FORECAST,
    NO_FORECAST
  }

  private final Code code;

  WindowException(Code code, String message) {
    super(message);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
