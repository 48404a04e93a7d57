package org.skywatt.ingest.replay;

import java.util.Map;

/**
 * A request as it came.
 *
 * @param target path and query
 * @param headers by name in lower case
 */
public record Request(String target, Map<String, String> headers) {
  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** The {@code Range} header; empty if there was none. */
  public String range() {
    return headers.getOrDefault("range", "");
  }
}
