package org.skywatt.serving;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.JsonFormatter;

/**
 * The same world as an operator would run it: TLS, logs in JSON, a line a request, and traces to a
 * collector.
 */
public class OperatedWorld extends ClosedWorld {
  /** What the collector was sent: OTLP in protobuf. */
  static final List<byte[]> TRACES = new CopyOnWriteArrayList<>();

  private static final String PASSWORD = "changeit";
  static Path keystore;

  /** What the service has logged: a JSON object each. */
  static final List<String> LOG = new CopyOnWriteArrayList<>();

  private final Handler collecting = new Collecting();

  private static final class Collecting extends Handler {
    private final JsonFormatter formatter = new JsonFormatter();

    @Override
    public void publish(LogRecord record) {
      LOG.add(formatter.format(ExtLogRecord.wrap(record)));
    }

    @Override
    public void flush() {
      // Nothing is held back.
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  private HttpServer collector;

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = new HashMap<>(super.start());
    try {
      Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "operated");
      keystore = folder.resolve("keys.p12");
      certificate(keystore);
      collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      collector.createContext(
          "/v1/traces",
          exchange -> {
            TRACES.add(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
          });
      collector.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    LogManager.getLogManager().getLogger("").addHandler(collecting);
    settings.put("quarkus.http.access-log.enabled", "true");
    settings.put("quarkus.http.test-ssl-port", "0");
    settings.put("quarkus.http.ssl.certificate.key-store-file", keystore.toString());
    settings.put("quarkus.http.ssl.certificate.key-store-password", PASSWORD);
    settings.put("quarkus.otel.sdk.disabled", "false");
    settings.put("quarkus.otel.traces.sampler.arg", "1.0");
    settings.put("quarkus.otel.bsp.schedule.delay", "PT0.2S");
    settings.put(
        "quarkus.otel.exporter.otlp.endpoint",
        "http://127.0.0.1:" + collector.getAddress().getPort());
    return settings;
  }

  private static void certificate(Path file) throws IOException {
    try {
      Process keytool =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-alias",
                  "service",
                  "-keyalg",
                  "EC",
                  "-dname",
                  "CN=localhost",
                  "-ext",
                  "SAN=dns:localhost,ip:127.0.0.1",
                  "-storetype",
                  "PKCS12",
                  "-keystore",
                  file.toString(),
                  "-storepass",
                  PASSWORD)
              .inheritIO()
              .start();
      if (keytool.waitFor() != 0) {
        throw new IOException("keytool failed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void stop() {
    LogManager.getLogManager().getLogger("").removeHandler(collecting);
    collector.stop(0);
    super.stop();
  }
}
