package org.skywatt.ingest.fetch;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The head of an answer, read with suspicion (RFC 9110). */
record Answer(URI uri, HttpResponse<InputStream> response) {
  private static final Pattern CONTENT_RANGE =
      Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

  /** What a 206 says that it is: offset of its first byte, and length of the whole if told. */
  record Part(long offset, OptionalLong wholeBytes) {}

  int status() {
    return response.statusCode();
  }

  Optional<String> header(String name) {
    return response.headers().firstValue(name);
  }

  Optional<Part> part() {
    Matcher matcher = CONTENT_RANGE.matcher(header("Content-Range").orElse(""));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String whole = matcher.group(3);
    return Optional.of(
        new Part(
            Long.parseLong(matcher.group(1)),
            whole.equals("*") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(whole))));
  }

  /** Length of the body, if it is told. */
  OptionalLong length() {
    String length = header("Content-Length").orElse("");
    return length.matches("\\d{1,18}")
        ? OptionalLong.of(Long.parseLong(length))
        : OptionalLong.empty();
  }

  Optional<Instant> lastModified() {
    return header("Last-Modified").flatMap(Pauses::date);
  }

  /** What tells this state of the object from another one: its tag, else its date. */
  Optional<String> validator() {
    Optional<String> etag = header("ETag").filter(tag -> !tag.startsWith("W/"));
    return etag.isPresent() ? etag : header("Last-Modified");
  }

  boolean isEncoded() {
    String encoding = header("Content-Encoding").orElse("identity").toLowerCase(Locale.ROOT);
    return !encoding.equals("identity") && !encoding.startsWith("aws-chunked");
  }
}
