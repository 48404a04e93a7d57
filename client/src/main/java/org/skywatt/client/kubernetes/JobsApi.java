package org.skywatt.client.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.skywatt.client.BoundedCall;

/**
 * Jobs labelled {@code skywatt.org/green=true} of one namespace, as the Kubernetes API concepts
 * have it: list in pages, then watch from the list's resourceVersion.
 */
final class JobsApi {
  static final ObjectMapper MAPPER = new ObjectMapper();

  private static final String SELECTOR = "labelSelector=skywatt.org%2Fgreen%3Dtrue";
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final String END = "";
  // Who ends a watch first should be the server.
  private static final Duration WATCH_GRACE = Duration.ofSeconds(5);
  // So that a page of jobs stays far below the longest answer that is read.
  private static final int PAGE = 100;

  /** All jobs at one moment. */
  record Listing(List<JsonNode> jobs, String resourceVersion) {}

  private final Cluster cluster;
  private final String jobs;

  JobsApi(Cluster cluster) {
    this.cluster = cluster;
    this.jobs = "/apis/batch/v1/namespaces/" + cluster.namespace() + "/jobs";
  }

  Listing list() throws IOException, InterruptedException {
    List<JsonNode> all = new ArrayList<>();
    String next = "";
    while (true) {
      String query = "?" + SELECTOR + "&limit=" + PAGE + next;
      JsonNode page = send(cluster.request(jobs + query).GET());
      page.path("items").forEach(all::add);
      JsonNode metadata = page.path("metadata");
      String token = metadata.path("continue").asText("");
      if (token.isEmpty()) {
        return new Listing(all, metadata.path("resourceVersion").asText());
      }
      next = "&continue=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    }
  }

  /**
   * Hands over the events after a resourceVersion, for about as long as {@code time}.
   *
   * @return the resourceVersion to go on from
   * @throws ClusterException with 410 if the resourceVersion is too old
   */
  String watch(String from, Duration time, Consumer<JsonNode> events)
      throws IOException, InterruptedException {
    String query =
        "?watch=true&allowWatchBookmarks=true&timeoutSeconds="
            + Math.max(1, time.toSeconds())
            + "&resourceVersion="
            + from
            + "&"
            + SELECTOR;
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    CompletableFuture<HttpResponse<Void>> answer =
        cluster
            .http()
            .sendAsync(
                cluster.request(jobs + query).GET().build(),
                BodyHandlers.fromLineSubscriber(new LineQueue(lines)));
    CompletableFuture<HttpResponse<Void>> unused =
        answer.whenComplete((done, error) -> lines.add(END));
    Instant end = Instant.now().plus(time).plus(WATCH_GRACE);
    String version = from;
    try {
      while (true) {
        String line =
            lines.poll(Duration.between(Instant.now(), end).toMillis(), TimeUnit.MILLISECONDS);
        if (line == null || line.equals(END)) {
          if (answer.isCompletedExceptionally() && version.equals(from)) {
            throw new IOException("the watch of the API server broke off");
          }
          return version;
        }
        JsonNode event = parse(line);
        if (event.path("type").asText().equals("ERROR") || event.has("code")) {
          JsonNode status = event.has("code") ? event : event.path("object");
          throw new ClusterException(
              status.path("code").asInt(), "watch: " + status.path("message").asText("refused"));
        }
        version = event.path("object").path("metadata").path("resourceVersion").asText(version);
        events.accept(event);
      }
    } finally {
      answer.cancel(true);
    }
  }

  /** Changes a job, if it is still as {@code job} says; the job as it is then. */
  JsonNode patch(JsonNode job, ObjectNode change) throws IOException, InterruptedException {
    JsonNode metadata = job.path("metadata");
    change
        .withObject("/metadata")
        .put("resourceVersion", metadata.path("resourceVersion").asText());
    return send(
        cluster
            .request(jobs + "/" + metadata.path("name").asText())
            .header("Content-Type", "application/merge-patch+json")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(change.toString())));
  }

  /** Records an event of a job. */
  void event(JsonNode job, boolean warning, String reason, String message)
      throws IOException, InterruptedException {
    ObjectNode event = MAPPER.createObjectNode();
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    event
        .withObject("/metadata")
        .put("generateName", job.path("metadata").path("name").asText() + ".");
    ObjectNode about = event.withObject("/involvedObject");
    about.put("apiVersion", "batch/v1").put("kind", "Job");
    for (String field : List.of("name", "namespace", "uid")) {
      about.put(field, job.path("metadata").path(field).asText());
    }
    event.put("type", warning ? "Warning" : "Normal").put("reason", reason);
    event.put("message", message.substring(0, Math.min(1024, message.length())));
    event.put("firstTimestamp", now).put("lastTimestamp", now).put("count", 1);
    event.withObject("/source").put("component", "skywatt-green");
    send(
        cluster
            .request("/api/v1/namespaces/" + cluster.namespace() + "/events")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(event.toString())));
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer;
    try {
      answer = BoundedCall.send(cluster.http(), request.build(), TIMEOUT);
    } catch (IOException e) {
      throw new IOException("the API server gives no answer: " + e, e);
    }
    if (answer.statusCode() >= 300) {
      String said = answer.body().replaceAll("\\p{Cntrl}+", " ");
      throw new ClusterException(
          answer.statusCode(),
          "the API server answers "
              + answer.statusCode()
              + " "
              + said.substring(0, Math.min(200, said.length())));
    }
    return parse(answer.body());
  }

  private static JsonNode parse(String text) throws IOException {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IOException("the API server's answer is no JSON", e);
    }
  }
}
