package org.skywatt.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A call that ends whoever answers: its answer comes whole in a time, and has at most 16 MB. */
public final class BoundedCall {
  private BoundedCall() {}

  /**
   * @param most for the whole answer; the timeout of a request covers its headers only
   */
  public static HttpResponse<String> send(HttpClient http, HttpRequest request, Duration most)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<String>> coming =
        http.sendAsync(request, information -> new LimitedBody());
    try {
      return coming.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException("no whole answer within " + most.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IOException(e.getCause());
    } finally {
      coming.cancel(true);
    }
  }
}
