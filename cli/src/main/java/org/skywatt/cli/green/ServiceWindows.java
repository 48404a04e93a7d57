package org.skywatt.cli.green;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.cli.Json;

/** Green windows from a running service. */
final class ServiceWindows {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private ServiceWindows() {}

  static JsonNode plan(URI service, WindowQuery query) throws IOException, InterruptedException {
    URI base = URI.create(service.toString().replaceAll("/*$", "/"));
    List<String> sites = query.sites().isEmpty() ? sites(base) : query.sites();
    ObjectNode body = Json.MAPPER.createObjectNode();
    ArrayNode ids = body.putArray("sites");
    sites.forEach(ids::add);
    body.put("duration", query.duration().toString());
    body.put("earliestStart", query.earliest().toString());
    body.put("deadline", query.deadline().toString());
    body.put("top", query.top());
    return send(
        HttpRequest.newBuilder(base.resolve("v1/green/windows"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .timeout(TIMEOUT)
            .build());
  }

  private static List<String> sites(URI base) throws IOException, InterruptedException {
    JsonNode answer =
        send(HttpRequest.newBuilder(base.resolve("v1/sites")).timeout(TIMEOUT).build());
    List<String> ids = new ArrayList<>();
    for (JsonNode site : answer.isArray() ? answer : answer.path("sites")) {
      ids.add(site.path("id").asText());
    }
    return ids;
  }

  private static JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer;
    try {
      answer =
          HttpClient.newBuilder()
              .connectTimeout(TIMEOUT)
              .build()
              .send(request, HttpResponse.BodyHandlers.ofString());
    } catch (ConnectException e) {
      throw new IOException(
          "no service answers at " + request.uri().resolve("/") + ": start one with skywatt serve",
          e);
    }
    JsonNode body = Json.MAPPER.readTree(answer.body());
    if (answer.statusCode() != 200) {
      throw new IOException(body.path("detail").asText(body.path("title").asText(answer.body())));
    }
    return body;
  }
}
