package org.skywatt.serving.format;

import jakarta.ws.rs.core.MediaType;
import org.skywatt.serving.problem.ProblemException;

/** What a body is said to be, where a route takes more than one type. */
public final class BodyType {
  private BodyType() {}

  /**
   * Whether it is CSV, and not JSON.
   *
   * @param type of the Content-Type header; null if there is none
   * @throws ProblemException (415) if it is not said
   */
  public static boolean isCsv(MediaType type) {
    if (type == null) {
      throw ProblemException.unsupportedType(
          "Content-Type must say what the body is; see /openapi");
    }
    return type.getSubtype().equals("csv");
  }
}
