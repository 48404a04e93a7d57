package org.skywatt.ingest.fetch;

import java.io.IOException;
import java.net.URI;
import org.skywatt.ingest.fetch.FetchException.Kind;

/** What the status of an answer means for a fetch (RFC 9110 section 15, RFC 6585). */
final class Statuses {
  private Statuses() {}

  /**
   * Returns where a body is to be read.
   *
   * @throws BusyException for what may pass: 408, 425, 429 and 5xx
   * @throws FetchException for what will not
   */
  static void require(URI uri, Answer answer, boolean ranged) throws IOException {
    int status = answer.status();
    switch (status) {
      case 200 -> {}
      case 206 -> {
        if (!ranged) {
          throw new FetchException(Kind.WRONG, uri, "a part came where the whole was asked for");
        }
      }
      case 401, 403 ->
          throw new FetchException(
              Kind.FORBIDDEN, uri, "the server answers " + status + ": it may not be read");
      case 404, 410 -> throw new FetchException(Kind.MISSING, uri, "the server answers " + status);
      case 408, 425, 429 -> throw new BusyException(status, answer.header("Retry-After"));
      case 412 -> throw new FetchException(Kind.CHANGED, uri, "was published anew meanwhile");
      case 416 ->
          throw new FetchException(
              Kind.WRONG, uri, "is shorter than its index says (the server answers 416)");
      default -> {
        if (status >= 500) {
          throw new BusyException(status, answer.header("Retry-After"));
        }
        throw new FetchException(Kind.FAILED, uri, "the server answers " + status);
      }
    }
  }
}
