package org.skywatt.client.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * As much of an API server as a controller sees: lists in pages, watches, merge patches that check
 * resourceVersion, events; and it misbehaves when told to.
 */
final class FakeCluster implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  final List<JsonNode> events = new ArrayList<>();
  final List<String> tokens = new ArrayList<>();
  private final Map<String, ObjectNode> jobs = new LinkedHashMap<>();
  private final List<ObjectNode> changes = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private int version = 100;
  private int oldest = 100;
  int lists;
  int patches;
  int failuresToCome;
  int conflictsToCome;
  boolean eventsForbidden;
  String invalid = "";

  FakeCluster(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  synchronized void put(String name, String spec) throws IOException {
    ObjectNode job = (ObjectNode) MAPPER.readTree(spec);
    job.withObject("/metadata").put("name", name).put("namespace", "ml").put("uid", "uid-" + name);
    change(job, jobs.containsKey(name) ? "MODIFIED" : "ADDED");
  }

  synchronized void update(String name, String merge) throws IOException {
    change(MAPPER.updateValue(jobs.get(name).deepCopy(), MAPPER.readTree(merge)), "MODIFIED");
  }

  /** Deletes a job, and tells nobody. */
  synchronized void lose(String name) {
    jobs.remove(name);
  }

  /** Forgets old changes, so that watches from before answer 410. */
  synchronized void compact() {
    changes.clear();
    version += 100;
    oldest = version;
    notifyAll();
  }

  synchronized JsonNode job(String name) {
    return jobs.get(name).deepCopy();
  }

  private synchronized void change(ObjectNode job, String type) {
    job.withObject("/metadata").put("resourceVersion", Integer.toString(++version));
    jobs.put(job.path("metadata").path("name").asText(), job);
    ObjectNode event = MAPPER.createObjectNode().put("type", type);
    event.set("object", job.deepCopy());
    changes.add(event);
    notifyAll();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().toString();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      synchronized (this) {
        tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        if (failuresToCome > 0) {
          failuresToCome--;
          send(exchange, 500, "oops");
          return;
        }
      }
      if (path.startsWith("/api/v1/namespaces/ml/events")) {
        synchronized (this) {
          events.add(MAPPER.readTree(body));
          send(exchange, eventsForbidden ? 403 : 201, "{}");
        }
      } else if (exchange.getRequestMethod().equals("PATCH")) {
        patch(exchange, path.substring(path.lastIndexOf('/') + 1), MAPPER.readTree(body));
      } else if (path.contains("watch=true")) {
        watch(exchange, Integer.parseInt(path.replaceAll(".*resourceVersion=(\\d+).*", "$1")));
      } else {
        list(exchange, path);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void list(HttpExchange exchange, String path) throws IOException {
    lists++;
    boolean second = path.contains("continue=");
    ObjectNode answer = MAPPER.createObjectNode();
    answer.withObject("/metadata").put("resourceVersion", Integer.toString(version));
    ArrayNode items = answer.putArray("items");
    List<ObjectNode> all = List.copyOf(jobs.values());
    // Pages of one and the rest.
    (second ? all.subList(1, all.size()) : all.subList(0, Math.min(1, all.size())))
        .forEach(items::add);
    if (!second && all.size() > 1) {
      answer.withObject("/metadata").put("continue", "a+b=");
    }
    send(exchange, 200, answer.toString());
  }

  private void watch(HttpExchange exchange, int from) throws IOException, InterruptedException {
    exchange.sendResponseHeaders(200, 0);
    int sent = from;
    long end = System.currentTimeMillis() + 200;
    while (System.currentTimeMillis() < end) {
      String line = null;
      synchronized (this) {
        if (sent < oldest) {
          line =
              "{\"type\":\"ERROR\",\"object\":{\"code\":410,\"message\":\"too old resource version\"}}";
          end = 0;
        }
        for (ObjectNode each : changes) {
          int at = each.path("object").path("metadata").path("resourceVersion").asInt();
          if (line == null && at > sent) {
            line = each.toString();
            sent = at;
          }
        }
        if (line == null) {
          wait(50);
        }
      }
      if (line != null) {
        exchange.getResponseBody().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
      }
    }
  }

  private synchronized void patch(HttpExchange exchange, String name, JsonNode merge)
      throws IOException {
    ObjectNode job = jobs.get(name);
    String expected = merge.path("metadata").path("resourceVersion").asText();
    boolean stale =
        conflictsToCome-- > 0
            || !job.path("metadata").path("resourceVersion").asText().equals(expected);
    if (job == null || name.equals(invalid)) {
      send(exchange, job == null ? 404 : 422, "{\"message\":\"denied by a webhook\"}");
      return;
    }
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (stale || !type.equals("application/merge-patch+json")) {
      send(exchange, stale ? 409 : 415, "{\"message\":\"the object has been modified\"}");
      return;
    }
    patches++;
    ObjectNode changed = job.deepCopy();
    merge(changed, merge);
    change(changed, "MODIFIED");
    send(exchange, 200, changed.toString());
  }

  /** RFC 7386. */
  private static void merge(ObjectNode target, JsonNode patch) {
    patch
        .properties()
        .forEach(
            each -> {
              if (each.getValue().isObject()) {
                merge(target.withObject("/" + each.getKey().replace("/", "~1")), each.getValue());
              } else {
                target.set(each.getKey(), each.getValue());
              }
            });
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
