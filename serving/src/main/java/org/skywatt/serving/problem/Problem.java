package org.skywatt.serving.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A problem as RFC 9457 writes it.
 *
 * @param type a name of the kind of problem, {@code urn:skywatt:problem:} and the code
 * @param title the kind of problem in words
 * @param status the HTTP status
 * @param detail what is wrong here, and how to mend it
 * @param code stable name for programs, such as {@code unknown-site}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A problem (RFC 9457); code is stable")
public record Problem(String type, String title, int status, String detail, String code) {
  public static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(int status, String code, String title, String detail) {
    return new Problem("urn:skywatt:problem:" + code, title, status, detail, code);
  }
}
