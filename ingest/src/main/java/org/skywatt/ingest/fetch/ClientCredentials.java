package org.skywatt.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Buys a token with a key and secret (OAuth 2.0 client credentials, RFC 6749 section 4.4). Neither
 * is ever shown, nor sent without TLS (this machine apart) or to where a redirect leads.
 */
public final class ClientCredentials {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private ClientCredentials() {}

  /**
   * The token as the value of {@code Authorization} for the host of {@code endpoint}.
   *
   * @throws IOException if it is refused, or the answer holds none
   */
  public static Credentials token(
      URI endpoint, String key, String secret, Map<String, String> environment) throws IOException {
    if (!Addresses.isEncrypted(endpoint) && !Addresses.isLoopback(endpoint.getHost())) {
      throw new IOException(Addresses.show(endpoint) + ": a key is only sent over https");
    }
    String basic = Base64.getEncoder().encodeToString((key + ":" + secret).getBytes(UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(PATIENCE)
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
            .build();
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .proxy(EnvironmentProxies.choose(environment))
            .build();
    HttpResponse<byte[]> response = send(client, request, endpoint);
    if (response.statusCode() != 200) {
      throw new IOException(
          Addresses.show(endpoint)
              + ": gives no token for this key and secret (status "
              + response.statusCode()
              + ")");
    }
    try {
      String token = JSON.readTree(response.body()).path("access_token").asText("");
      if (token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c < 127)) {
        throw new IOException(Addresses.show(endpoint) + ": its answer holds no token");
      }
      return Credentials.bearer(endpoint, token);
    } catch (JsonProcessingException e) {
      // The answer may hold a part of the token, so it is not shown.
      throw new IOException(Addresses.show(endpoint) + ": its answer is no JSON");
    }
  }

  /** Head and body within the patience: a body may stall for ever. */
  private static HttpResponse<byte[]> send(HttpClient client, HttpRequest request, URI endpoint)
      throws IOException {
    try {
      return client
          .sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException(Addresses.show(endpoint) + ": gives no answer", e);
    }
  }
}
