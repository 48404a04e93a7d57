package org.skywatt.serving.problem;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String title;

  private ProblemException(int status, String code, String title, String detail) {
    super(detail);
    this.status = status;
    this.code = code;
    this.title = title;
  }

  /** 400: the request itself cannot be understood; {@code code} says which part. */
  public static ProblemException badRequest(String code, String detail) {
    return new ProblemException(400, code, "Bad request", detail);
  }

  /** 422: the request is understood but has no answer. */
  public static ProblemException unanswerable(String code, String detail) {
    return new ProblemException(422, code, "No answer is possible", detail);
  }

  /** 404. */
  public static ProblemException notFound(String code, String detail) {
    return new ProblemException(404, code, "Not found", detail);
  }

  /** 503: it may be there later. */
  public static ProblemException unavailable(String code, String detail) {
    return new ProblemException(503, code, "Not available now", detail);
  }

  Problem problem() {
    return Problem.of(status, code, title, getMessage());
  }
}
