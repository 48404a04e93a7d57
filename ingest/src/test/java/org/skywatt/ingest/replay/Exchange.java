package org.skywatt.ingest.replay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One request and the means to answer it, rightly or not. */
public final class Exchange {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");

  private final Request request;
  private final Stored stored;
  private final OutputStream out;

  Exchange(Request request, Stored stored, OutputStream out) {
    this.request = request;
    this.stored = stored;
    this.out = out;
  }

  public Request request() {
    return request;
  }

  Stored stored() {
    return stored;
  }

  /** Status line and headers; each a whole line. */
  void head(int status, String... headers) throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " -\r\nConnection: close\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    out.write(head.append("\r\n").toString().getBytes(ISO_8859_1));
    out.flush();
  }

  void body(byte[] bytes, int from, int count) throws IOException {
    out.write(bytes, from, count);
    out.flush();
  }

  void status(int status, String... headers) throws IOException {
    String[] all = new String[headers.length + 1];
    System.arraycopy(headers, 0, all, 0, headers.length);
    all[headers.length] = "Content-Length: 0";
    head(status, all);
  }

  /** First and last byte that are asked for, within the object. */
  int[] asked() {
    Matcher range = RANGE.matcher(request.range());
    int length = stored.bytes().length;
    if (!range.matches()) {
      return new int[] {0, length - 1};
    }
    int last = range.group(2).isEmpty() ? length - 1 : Integer.parseInt(range.group(2));
    return new int[] {Integer.parseInt(range.group(1)), Math.min(last, length - 1)};
  }

  /** As a good server does. */
  void answer() throws IOException {
    if (headOfAnswer()) {
      int[] asked = asked();
      body(stored.bytes(), asked[0], asked[1] - asked[0] + 1);
    }
  }

  /**
   * The head of a good answer.
   *
   * @return whether the bytes that are asked for follow
   */
  boolean headOfAnswer() throws IOException {
    if (stored == null) {
      status(404);
      return false;
    }
    String condition = request.headers().getOrDefault("if-range", stored.etag());
    int length = stored.bytes().length;
    if (request.range().isEmpty() || !condition.equals(stored.etag())) {
      head(200, "Content-Length: " + length, "ETag: " + stored.etag(), date());
      if (!request.range().isEmpty()) {
        body(stored.bytes(), 0, length);
        return false;
      }
      return true;
    }
    int[] asked = asked();
    if (asked[0] >= length) {
      status(416, "Content-Range: bytes */" + length);
      return false;
    }
    head(
        206,
        "Content-Length: " + (asked[1] - asked[0] + 1),
        "Content-Range: bytes " + asked[0] + "-" + asked[1] + "/" + length,
        "ETag: " + stored.etag(),
        date());
    return true;
  }

  String date() {
    return "Last-Modified: " + stored.lastModified();
  }
}
