package org.skywatt.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Sends requests to a service and reads JSON. Every call ends: an attempt has a timeout that covers
 * the whole answer, and attempts are counted. Redirections are not followed, so the key goes
 * nowhere else. Safe for many threads.
 */
public final class ServiceConnection {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(10);
  private static final int LONGEST_QUOTE = 500;

  private final URI base;
  private final ApiKey key;
  private final Retries retries;
  private final Duration timeout;
  private final HttpClient http;

  public ServiceConnection(URI url, ApiKey key) {
    this(url, key, Retries.USUAL, USUAL_TIMEOUT);
  }

  /**
   * @param url like http://127.0.0.1:8080, with or without a path
   * @param timeout of one attempt
   * @throws IllegalArgumentException if the URL is not of http or https
   */
  public ServiceConnection(URI url, ApiKey key, Retries retries, Duration timeout) {
    this(
        url,
        key,
        retries,
        timeout,
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build());
  }

  private ServiceConnection(
      URI url, ApiKey key, Retries retries, Duration timeout, HttpClient http) {
    boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    if (!web || url.getHost() == null || url.getUserInfo() != null) {
      throw new IllegalArgumentException("the service's URL must be like http://127.0.0.1:8080");
    }
    this.base = URI.create(url.toString().replaceAll("/+$", "") + "/");
    this.key = key;
    this.retries = retries;
    this.timeout = timeout;
    this.http = http;
  }

  /** The same service, each call of which is attempted once and ends within {@code most}. */
  public ServiceConnection hurried(Duration most) {
    Duration shorter = most.compareTo(timeout) < 0 ? most : timeout;
    return new ServiceConnection(base, key, Retries.NONE, shorter, http);
  }

  /**
   * Reads.
   *
   * @param path below the service's URL, without a leading slash
   * @throws ServiceAwayException if the service does not answer, or not now
   * @throws RefusedException with the service's own words if it refuses
   * @throws IOException if what answers is no Skywatt
   */
  public JsonNode get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  /** Sends a body that may come twice without harm; otherwise as {@link #get}. */
  public JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
    return send(posting(path, body));
  }

  /**
   * Sends a body that the service takes once for a key ({@code Idempotency-Key}), so that it may be
   * sent again; otherwise as {@link #get}.
   */
  public JsonNode post(String path, JsonNode body, String key)
      throws IOException, InterruptedException {
    return send(posting(path, body).header("Idempotency-Key", key));
  }

  /** Deletes; otherwise as {@link #get}. */
  public void delete(String path) throws IOException, InterruptedException {
    send(request(path).DELETE());
  }

  private HttpRequest.Builder posting(String path, JsonNode body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
    if (key.isPresent()) {
      request.header("Authorization", key.header());
    }
    return request;
  }

  private JsonNode send(HttpRequest.Builder builder) throws IOException, InterruptedException {
    HttpRequest request = builder.build();
    for (int attempt = 1; ; attempt++) {
      boolean last = attempt >= retries.attempts();
      HttpResponse<String> answer = null;
      try {
        answer = BoundedCall.send(http, request, timeout);
      } catch (IOException e) {
        if (last) {
          String why = e instanceof ConnectException ? "" : ": " + e.getMessage();
          throw new ServiceAwayException("no service answers at " + base + why, e);
        }
      }
      if (answer != null && (last || !mayRepeat(answer.statusCode()))) {
        return read(answer);
      }
      TimeUnit.MILLISECONDS.sleep(retries.pause(attempt + 1).toMillis());
    }
  }

  private static boolean mayRepeat(int status) {
    return status == 429 || status >= 500;
  }

  private JsonNode read(HttpResponse<String> answer) throws IOException {
    int status = answer.statusCode();
    if (status >= 500 || status == 429) {
      throw new ServiceAwayException("the service at " + base + " answers " + status, null);
    }
    if (status == 204) {
      return MAPPER.nullNode();
    }
    JsonNode node;
    try {
      node = MAPPER.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw stranger(status, e);
    }
    if (status >= 400) {
      throw new RefusedException(status, words(node, status));
    }
    if (status >= 300 || node == null || node.isMissingNode()) {
      throw stranger(status, null);
    }
    return node;
  }

  private static String words(JsonNode node, int status) {
    String words = node.path("detail").asText(node.path("title").asText("refused: " + status));
    String line = words.replaceAll("\\p{Cntrl}+", " ");
    return line.substring(0, Math.min(LONGEST_QUOTE, line.length()));
  }

  private IOException stranger(int status, Throwable cause) {
    return new IOException("what answers at " + base + " is not Skywatt (" + status + ")", cause);
  }

  @Override
  public String toString() {
    return base.toString();
  }
}
