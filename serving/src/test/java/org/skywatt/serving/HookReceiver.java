package org.skywatt.serving;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;

/** Takes what is posted to it, and answers the n-th post with a status of the test's choice. */
final class HookReceiver implements AutoCloseable {
  /** One post. */
  record Post(Headers headers, String body) {}

  final List<Post> posts = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  HookReceiver(IntUnaryOperator status) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/",
        exchange -> {
          String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          posts.add(new Post(exchange.getRequestHeaders(), body));
          int code = status.applyAsInt(posts.size());
          if (code / 100 == 3) {
            exchange.getResponseHeaders().set("Location", url() + "elsewhere");
          }
          exchange.sendResponseHeaders(code, -1);
          exchange.close();
        });
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
