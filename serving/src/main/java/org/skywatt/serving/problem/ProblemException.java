package org.skywatt.serving.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.UnaryOperator;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int RETRY_UNAVAILABLE_SECONDS = 5;

  private final int status;
  private final String code;
  private final String title;
  private final int retryAfterSeconds;

  private ProblemException(
      int status, String code, String title, String detail, int retryAfterSeconds) {
    super(detail);
    this.status = status;
    this.code = code;
    this.title = title;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** 400: the request itself cannot be understood; {@code code} says which part. */
  public static ProblemException badRequest(String code, String detail) {
    return new ProblemException(400, code, "Bad request", detail, 0);
  }

  /**
   * The body of a request, which must be there.
   *
   * @throws ProblemException (400) if it is null
   */
  public static <T> T required(T body) {
    if (body == null) {
      throw badRequest("invalid-body", "the body is missing; see /openapi");
    }
    return body;
  }

  /** 401: nobody known calls. */
  public static ProblemException unauthorized(String code, String detail) {
    return new ProblemException(401, code, "Not signed in", detail, 0);
  }

  /** 403: the caller is known and may not do that. */
  public static ProblemException forbidden(String code, String detail) {
    return new ProblemException(403, code, "Not allowed", detail, 0);
  }

  /** 404. */
  public static ProblemException notFound(String code, String detail) {
    return new ProblemException(404, code, "Not found", detail, 0);
  }

  /** 409: it contradicts what is there. */
  public static ProblemException conflict(String code, String detail) {
    return new ProblemException(409, code, "Conflict", detail, 0);
  }

  /** 415: a body of a type that is not read here, or of none. */
  public static ProblemException unsupportedType(String detail) {
    return new ProblemException(415, "unsupported-media-type", "Unsupported media type", detail, 0);
  }

  /** 422: the request is understood but has no answer. */
  public static ProblemException unanswerable(String code, String detail) {
    return new ProblemException(422, code, "No answer is possible", detail, 0);
  }

  /** 429: come again after some seconds. */
  public static ProblemException tooMany(String code, String detail, int retryAfterSeconds) {
    return new ProblemException(429, code, "Too many requests", detail, retryAfterSeconds);
  }

  /** 503: it may be there later. */
  public static ProblemException unavailable(String code, String detail) {
    return new ProblemException(503, code, "Not available now", detail, RETRY_UNAVAILABLE_SECONDS);
  }

  /** What is told. */
  public Problem problem() {
    return Problem.of(status, code, title, getMessage());
  }

  /** The answer. */
  public Response response() {
    return response(UnaryOperator.identity());
  }

  /** The answer with more headers. */
  public Response response(UnaryOperator<Response.ResponseBuilder> headers) {
    Response.ResponseBuilder builder =
        Response.status(status).type(Problem.MEDIA_TYPE).entity(problem());
    if (retryAfterSeconds > 0) {
      builder.header(HttpHeaders.RETRY_AFTER, retryAfterSeconds);
    }
    return headers.apply(builder).build();
  }
}
