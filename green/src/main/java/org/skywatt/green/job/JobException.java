package org.skywatt.green.job;

/** A job that cannot be; the message says why and how to mend it. */
public final class JobException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong, for programs. */
  public enum Code {
    INVALID_DURATION,
    INVALID_POWER,
    INVALID_RESTART,
    INVALID_PROMISE,
    INVALID_WORK,
    INVALID_BATTERY,
    NO_SIGNAL,
    DEADLINE_TOO_SOON,
    HORIZON_TOO_LONG
  }

  private final Code code;

  JobException(Code code, String message) {
    super(message);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
