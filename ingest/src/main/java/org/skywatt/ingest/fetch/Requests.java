package org.skywatt.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends one request and follows its redirects: a few, never from TLS to plain HTTP, and credentials
 * stay with their host.
 */
final class Requests {
  private static final int MOST_REDIRECTS = 5;

  private final HttpClient client;
  private final Credentials credentials;

  Requests(HttpClient client, Credentials credentials) {
    this.client = client;
    this.credentials = credentials;
  }

  /**
   * @param range value of the {@code Range} header, if only a part is wanted
   * @param validator the state of the object that the range is of, if known
   * @param patience longest wait for the head of the answer
   */
  Answer send(URI uri, Optional<String> range, Optional<String> validator, Duration patience)
      throws IOException {
    URI at = uri;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      HttpResponse<InputStream> response = send(request(at, range, validator, patience));
      Optional<URI> next = redirect(uri, at, response);
      if (next.isEmpty()) {
        return new Answer(at, response);
      }
      response.body().close();
      at = next.get();
    }
    throw new FetchException(
        FetchException.Kind.WRONG, uri, "redirects more than " + MOST_REDIRECTS + " times");
  }

  private HttpRequest request(
      URI uri, Optional<String> range, Optional<String> validator, Duration patience) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(patience);
    request.header("User-Agent", "skywatt").header("Accept-Encoding", "identity");
    range.ifPresent(value -> request.header("Range", value));
    if (range.isPresent()) {
      validator.ifPresent(value -> request.header("If-Range", value));
    }
    credentials.headerFor(uri).ifPresent(name -> request.header(name, credentials.value()));
    return request.build();
  }

  private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private static Optional<URI> redirect(URI first, URI at, HttpResponse<InputStream> response)
      throws FetchException {
    int status = response.statusCode();
    boolean redirects = status == 301 || status == 302 || status == 303 || status == 307;
    if (!redirects && status != 308) {
      return Optional.empty();
    }
    try {
      URI next =
          Addresses.parse(
              at.resolve(response.headers().firstValue("Location").orElse("")).toString());
      if (Addresses.isEncrypted(at) && !Addresses.isEncrypted(next)) {
        throw new FetchException(
            FetchException.Kind.WRONG, first, "redirects from https to plain http");
      }
      return Optional.of(next);
    } catch (IllegalArgumentException e) {
      throw new FetchException(FetchException.Kind.WRONG, first, "redirects to no address", e);
    }
  }
}
