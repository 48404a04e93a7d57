package org.skywatt.ingest.replay;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** An object of the replay server. */
public record Stored(byte[] bytes, String etag, Instant modified) {
  String lastModified() {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(modified.atOffset(ZoneOffset.UTC));
  }
}
