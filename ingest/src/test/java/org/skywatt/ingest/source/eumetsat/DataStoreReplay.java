package org.skywatt.ingest.source.eumetsat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * The Data Store's addresses on loopback, as EUMETSAT's own client (eumdac) asks for them: a token
 * for a key and secret, a search, a product's entries, and an entry.
 */
final class DataStoreReplay implements AutoCloseable {
  static final String KEY = "key";
  static final String SECRET = "secret";
  private static final String TOKEN = "0f-token";

  private final HttpServer server;
  private final Map<String, Map<String, byte[]>> products = new LinkedHashMap<>();
  private final Map<String, String> dates = new LinkedHashMap<>();
  final List<String> requests = new CopyOnWriteArrayList<>();

  /** Statuses that the next requests of a kind (search, browse, download, token) are answered. */
  final Map<String, List<Integer>> faults = new java.util.concurrent.ConcurrentHashMap<>();

  /** What a search answers instead, if it lies. */
  volatile String lie;

  DataStoreReplay() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.createContext("/", this::answer);
    server.start();
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  void put(String product, String sensing, Map<String, byte[]> entries) {
    products.put(product, entries);
    dates.put(product, sensing);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    requests.add(path);
    String kind =
        path.equals("/token")
            ? "token"
            : path.contains("/search-products/")
                ? "search"
                : path.contains("/browse/") ? "browse" : "download";
    List<Integer> queue = faults.getOrDefault(kind, List.of());
    if (!queue.isEmpty()) {
      List<Integer> rest = new ArrayList<>(queue);
      int status = rest.remove(0);
      faults.put(kind, rest);
      send(exchange, status, "busy");
      return;
    }
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (kind.equals("token")) {
      String basic =
          "Basic " + Base64.getEncoder().encodeToString((KEY + ":" + SECRET).getBytes(UTF_8));
      boolean right =
          exchange.getRequestMethod().equals("POST")
              && basic.equals(authorization)
              && new String(exchange.getRequestBody().readAllBytes(), UTF_8)
                  .contains("grant_type=client_credentials");
      send(
          exchange,
          right ? 200 : 401,
          "{\"access_token\":\"" + TOKEN + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
    } else if (kind.equals("search")) {
      send(exchange, 200, lie == null ? search() : lie);
    } else if (!("Bearer " + TOKEN).equals(authorization)) {
      send(exchange, 401, "{\"fault\":\"no token\"}");
    } else {
      String product = path.replaceAll(".*/products/([^/]*).*", "$1");
      serve(exchange, kind, products.get(product));
    }
  }

  private static void serve(HttpExchange exchange, String kind, Map<String, byte[]> entries)
      throws IOException {
    if (entries == null) {
      send(exchange, 404, "{}");
    } else if (kind.equals("browse")) {
      String titles =
          entries.keySet().stream()
              .map(name -> "{\"title\":\"" + name + "\",\"mediaType\":\"application/x-netcdf\"}")
              .collect(Collectors.joining(","));
      send(exchange, 200, "{\"properties\":{\"links\":{\"sip-entries\":[" + titles + "]}}}");
    } else {
      String query = exchange.getRequestURI().getRawQuery();
      String name = URLDecoder.decode(query.substring("name=".length()), UTF_8);
      byte[] bytes = entries.get(name);
      exchange.sendResponseHeaders(bytes == null ? 404 : 200, bytes == null ? -1 : bytes.length);
      if (bytes != null) {
        exchange.getResponseBody().write(bytes);
      }
      exchange.close();
    }
  }

  private String search() {
    String features =
        dates.entrySet().stream()
            .map(
                each ->
                    "{\"type\":\"Feature\",\"id\":\""
                        + each.getKey()
                        + "\",\"properties\":{\"identifier\":\""
                        + each.getKey()
                        + "\",\"date\":\""
                        + each.getValue()
                        + "\"}}")
            .collect(Collectors.joining(","));
    return "{\"type\":\"FeatureCollection\",\"totalResults\":"
        + dates.size()
        + ",\"features\":["
        + features
        + "]}";
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
