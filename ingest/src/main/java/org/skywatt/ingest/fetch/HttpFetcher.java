package org.skywatt.ingest.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.skywatt.ingest.fetch.FetchException.Kind;

/**
 * Fetches objects, or ranges of them. Failed attempts are repeated after a pause and go on where
 * they ended; an object that changes meanwhile is never mixed with its former state. Proxies come
 * from Java's properties or the environment, certificates from Java's trust store ({@code
 * javax.net.ssl.*}). Safe for threads.
 */
public final class HttpFetcher implements AutoCloseable {
  /** Waits between attempts; tests do not. */
  interface Sleeper {
    void sleep(Duration pause) throws InterruptedException;
  }

  /** A small object in memory. */
  public record Content(byte[] bytes, Fetched fetched) {}

  private final FetchSettings settings;
  private final Requests requests;
  private final Pauses pauses;
  private final Sleeper sleeper;
  private final Map<String, Semaphore> hosts = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "fetch-timer");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param environment where proxies are named
   */
  public HttpFetcher(
      FetchSettings settings, Credentials credentials, Map<String, String> environment) {
    this(settings, credentials, environment, pause -> Thread.sleep(pause.toMillis()));
  }

  HttpFetcher(
      FetchSettings settings,
      Credentials credentials,
      Map<String, String> environment,
      Sleeper sleeper) {
    this.settings = settings;
    this.sleeper = sleeper;
    this.pauses =
        new Pauses(settings, Clock.systemUTC(), () -> ThreadLocalRandom.current().nextDouble());
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.connect())
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(EnvironmentProxies.choose(environment))
            .build();
    this.requests = new Requests(client, credentials);
  }

  /**
   * A small object, whole.
   *
   * @param mostBytes a longer one is refused
   */
  public Content read(URI uri, long mostBytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Fetched fetched = fetch(uri, List.of(ByteRange.WHOLE), mostBytes, out);
    return new Content(out.toByteArray(), fetched);
  }

  /**
   * Writes ranges of an object to {@code out}, one after the other. Where this fails, {@code out}
   * has taken a part of them.
   *
   * @param ranges ascending, without overlap
   */
  public Fetched fetch(URI uri, List<ByteRange> ranges, OutputStream out) throws IOException {
    return fetch(uri, ranges, settings.mostBytes(), out);
  }

  private Fetched fetch(URI uri, List<ByteRange> ranges, long mostBytes, OutputStream out)
      throws IOException {
    ByteRange.requireAscending(ranges);
    long deadline = System.nanoTime() + settings.overall().toNanos();
    Transfer transfer =
        new Transfer(uri, settings, mostBytes, requests, timer, ranges, new Pieces(ranges, out));
    for (ByteRange block : ByteRange.join(ranges, settings.gapBytes())) {
      fetch(uri, transfer, block, deadline);
    }
    return transfer.fetched();
  }

  private void fetch(URI uri, Transfer transfer, ByteRange block, long deadline)
      throws IOException {
    transfer.start(block);
    int failures = 0;
    while (!transfer.has(block)) {
      long before = transfer.position();
      try {
        attempt(uri, transfer, block, deadline);
      } catch (FetchException | InterruptedIOException e) {
        throw e;
      } catch (IOException e) {
        failures = transfer.position() > before ? 1 : failures + 1;
        Optional<String> retryAfter =
            e instanceof BusyException busy ? busy.retryAfter() : Optional.empty();
        pause(uri, failures, pauses.next(failures, retryAfter), deadline, e);
      }
    }
  }

  private void attempt(URI uri, Transfer transfer, ByteRange block, long deadline)
      throws IOException {
    Semaphore host =
        hosts.computeIfAbsent(uri.getAuthority(), any -> new Semaphore(settings.parallel()));
    try {
      host.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
    try {
      Duration left = Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()));
      transfer.attempt(
          block, left.compareTo(settings.answer()) < 0 ? left : settings.answer(), deadline);
    } finally {
      host.release();
    }
  }

  private void pause(URI uri, int failures, Duration pause, long deadline, IOException cause)
      throws IOException {
    String why = reason(cause);
    if (failures >= settings.tries()) {
      throw new FetchException(Kind.FAILED, uri, why + "; tried " + failures + " times", cause);
    }
    if (System.nanoTime() + pause.toNanos() > deadline) {
      throw new FetchException(
          Kind.FAILED,
          uri,
          why + "; no more time (" + settings.overall().toSeconds() + " s)",
          cause);
    }
    try {
      sleeper.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  /** Java's client wraps what happened in a bare "closed". */
  private static String reason(IOException failure) {
    if (failure instanceof ConnectException) {
      return "cannot connect (no network, or a proxy to be named in HTTPS_PROXY?)";
    }
    boolean bare = failure.getMessage() == null || failure.getMessage().equals("closed");
    Throwable told = bare && failure.getCause() != null ? failure.getCause() : failure;
    return told.getMessage() == null ? told.toString() : told.getMessage();
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
