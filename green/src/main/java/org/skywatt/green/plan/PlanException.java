package org.skywatt.green.plan;

/** Work that cannot be planned; the message says why and how to mend it. */
public final class PlanException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong, for programs. */
  public enum Code {
    INVALID_COST,
    INVALID_JOB,
    DEADLINE_TOO_SOON,
    BEYOND_HORIZON,
    NO_CAPACITY
  }

  private final Code code;

  public PlanException(Code code, String message) {
    super(message);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
