package org.skywatt.serving.forecast;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.skywatt.core.run.RunFile;
import org.skywatt.serving.format.AnswerFormat;

/** Entity tags of answers: they change with the run, with limits, and when a run grows stale. */
public final class EntityTags {
  private static final int HASH_LENGTH = 12;

  private EntityTags() {}

  /**
   * @param capsVersion changes with the limits of sites
   */
  public static String of(RunFile run, boolean stale, int capsVersion, AnswerFormat format) {
    return "W/\""
        + run.header().runId()
        + "."
        + run.sha256().substring(0, HASH_LENGTH)
        + "."
        + Integer.toHexString(capsVersion)
        + (stale ? ".stale." : ".")
        + format.text()
        + "\"";
  }

  /** 304 if the caller has this answer already, else the answer. */
  public static Response answer(
      String tag, String ifNoneMatch, AnswerFormat format, Supplier<byte[]> body) {
    Response.ResponseBuilder builder =
        isKnown(tag, ifNoneMatch) ? Response.notModified() : Response.ok(body.get(), format.type());
    return builder
        .header(HttpHeaders.ETAG, tag)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .header(HttpHeaders.VARY, "Accept, Authorization, X-Api-Key")
        .build();
  }

  /** An answer that is new each time. */
  public static Response fresh(AnswerFormat format, byte[] body) {
    MediaType type = format.type();
    return Response.ok(body, type)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .header(HttpHeaders.VARY, "Accept")
        .build();
  }

  /** Whether a caller who sends {@code ifNoneMatch}, null for none, has the answer of that tag. */
  public static boolean isKnown(String tag, String ifNoneMatch) {
    if (ifNoneMatch == null) {
      return false;
    }
    for (String each : ifNoneMatch.split(",")) {
      String stripped = each.strip();
      if (stripped.equals("*") || stripped.equals(tag) || ("W/" + stripped).equals(tag)) {
        return true;
      }
    }
    return false;
  }
}
