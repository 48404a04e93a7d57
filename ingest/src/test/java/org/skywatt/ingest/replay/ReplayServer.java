package org.skywatt.ingest.replay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A web server and bucket on loopback that replays objects, and misbehaves where it is told to,
 * down to the bytes that a library's server would not let through.
 */
public final class ReplayServer implements AutoCloseable {
  private final ServerSocket socket;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "replay");
            thread.setDaemon(true);
            return thread;
          });
  private final ConcurrentSkipListMap<String, Stored> objects = new ConcurrentSkipListMap<>();
  private final Map<String, Deque<Fault>> faults = new ConcurrentHashMap<>();
  private final Map<String, Fault> lasting = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger tags = new AtomicInteger();

  private ReplayServer(ServerSocket socket) {
    this.socket = socket;
  }

  public static ReplayServer start() throws IOException {
    ReplayServer server =
        new ReplayServer(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()));
    server.threads.execute(server::accept);
    return server;
  }

  /** Its address, without a slash at the end. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  public URI address(String path) {
    return URI.create(address() + path);
  }

  /** Publishes an object, or publishes it anew: with another tag. */
  public void put(String path, byte[] bytes, Instant modified) {
    objects.put(path, new Stored(bytes, "\"" + tags.incrementAndGet() + "\"", modified));
  }

  public void remove(String path) {
    objects.remove(path);
  }

  /** How the next requests of {@code path} are answered, one each. */
  public void next(String path, Fault... answers) {
    faults.computeIfAbsent(path, any -> new ArrayDeque<>()).addAll(List.of(answers));
  }

  /** How every request of {@code path} is answered. */
  public void always(String path, Fault answer) {
    lasting.put(path, answer);
  }

  /** All requests so far, in the order in which they came. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  public List<Request> requests(String path) {
    return requests.stream().filter(request -> request.path().equals(path)).toList();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        threads.execute(() -> serve(connection));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
      String line = in.readLine();
      if (line != null) {
        Request request = new Request(line.split(" ")[1], headers(in));
        requests.add(request);
        answer(request, connection.getOutputStream());
      }
    } catch (IOException e) {
      // The client has gone: it had enough.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, String> headers(BufferedReader in) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }

  private void answer(Request request, OutputStream out) throws IOException, InterruptedException {
    Exchange exchange = new Exchange(request, find(request), out);
    Fault fault = lasting.get(request.path());
    Deque<Fault> queue = faults.getOrDefault(request.path(), new ArrayDeque<>());
    synchronized (queue) {
      if (!queue.isEmpty()) {
        fault = queue.poll();
      }
    }
    if (fault == null) {
      exchange.answer();
    } else {
      fault.answer(exchange);
    }
  }

  private Stored find(Request request) {
    String path = request.path();
    Stored stored = objects.get(path);
    if (stored != null) {
      return stored;
    }
    if (request.target().contains("?list-type=2")) {
      String query = request.target().substring(request.target().indexOf('?') + 1);
      return new Stored(Listings.s3(path, query, objects), "\"list\"", Instant.EPOCH);
    }
    if (path.endsWith("/")
        && objects.higherKey(path) != null
        && objects.higherKey(path).startsWith(path)) {
      return new Stored(Listings.html(path, objects), "\"list\"", Instant.EPOCH);
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}
