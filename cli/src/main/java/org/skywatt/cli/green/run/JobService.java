package org.skywatt.cli.green.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.skywatt.cli.Json;

/** The jobs of a running service. */
final class JobService {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final URI base;
  private final String key;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  /**
   * @param key API key, or null for a service that asks for none
   */
  JobService(URI url, String key) {
    this.base = URI.create(url.toString().replaceAll("/*$", "/"));
    this.key = key;
  }

  /**
   * Sends a body.
   *
   * @throws ServiceAwayException if the service does not answer, or not now
   * @throws IOException with the service's own words if it refuses
   */
  JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "application/json")
            .timeout(TIMEOUT)
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    HttpResponse<String> answer;
    try {
      answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new ServiceAwayException("no service answers at " + base, e);
    }
    int status = answer.statusCode();
    if (status >= 500 || status == 429) {
      throw new ServiceAwayException("the service at " + base + " answers " + status, null);
    }
    JsonNode node;
    try {
      node = Json.MAPPER.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new IOException("what answers at " + base + " is not Skywatt (" + status + ")", e);
    }
    if (status >= 400) {
      throw new IOException(
          node.path("detail").asText(node.path("title").asText("refused: " + status)));
    }
    return node;
  }
}
