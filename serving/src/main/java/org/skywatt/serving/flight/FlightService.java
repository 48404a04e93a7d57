package org.skywatt.serving.flight;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.flight.FlightServer;
import org.apache.arrow.flight.Location;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.jboss.logging.Logger;
import org.skywatt.serving.access.Callers;
import org.skywatt.serving.config.SkywattConfig;
import org.skywatt.serving.config.StartupChecks;

/** The Flight server, if a port is configured. Beyond loopback it speaks TLS only. */
@ApplicationScoped
public class FlightService {
  private static final Logger LOG = Logger.getLogger(FlightService.class);
  private static final int MOST_QUERY_BYTES = 4 << 20;
  private static final int MOST_HEADER_BYTES = 16 << 10;
  private static final int STOP_SECONDS = 10;

  private final FlightConfig config;
  private final SkywattConfig service;
  private final Callers callers;
  private final ForecastTable forecasts;
  private final ActualTable actuals;
  private final ExportTables exports;
  private BufferAllocator allocator;
  private FlightServer server;
  private AnalystProducer producer;

  FlightService(
      FlightConfig config,
      SkywattConfig service,
      Callers callers,
      ForecastTable forecasts,
      ActualTable actuals,
      ExportTables exports) {
    this.config = config;
    this.service = service;
    this.callers = callers;
    this.forecasts = forecasts;
    this.actuals = actuals;
    this.exports = exports;
  }

  void start(@Observes @Priority(100) StartupEvent event) {
    if (config.port().isEmpty()) {
      return;
    }
    boolean tls = config.certificate().isPresent() && config.key().isPresent();
    if (!tls && (config.certificate().isPresent() || config.key().isPresent())) {
      throw new ConfigurationException(
          "skywatt.flight.certificate and skywatt.flight.key must be set together");
    }
    requireSafe(config.host(), tls, service.open());
    int port = config.port().getAsInt();
    Location location =
        tls
            ? Location.forGrpcTls(config.host(), port)
            : Location.forGrpcInsecure(config.host(), port);
    allocator = new RootAllocator();
    producer =
        new AnalystProducer(
            Map.of(ForecastTable.NAME, forecasts, ActualTable.NAME, actuals),
            exports,
            allocator,
            config);
    FlightServer.Builder builder =
        FlightServer.builder(allocator, location, producer)
            .maxInboundMessageSize(MOST_QUERY_BYTES)
            .setMaxHeaderListSize(MOST_HEADER_BYTES)
            .middleware(SignIn.KEY, new SignIn.Door(callers));
    try {
      if (tls) {
        builder.useTls(file(config.certificate()), file(config.key()));
      }
      server = builder.build().start();
    } catch (IOException e) {
      throw new ConfigurationException(
          "Flight cannot listen on " + config.host() + ":" + port + ": " + e.getMessage());
    }
    LOG.infof(
        "Arrow Flight listens on %s:%d%s",
        config.host(), server.getPort(), tls ? "" : " (loopback, no TLS)");
  }

  private static File file(Optional<Path> path) {
    return path.orElseThrow().toFile();
  }

  /**
   * Keys must not cross a network in the clear, and nobody from elsewhere may come in unsigned.
   *
   * @throws ConfigurationException if that would be so
   */
  static void requireSafe(String host, boolean tls, boolean open) {
    if (!StartupChecks.isLoopback(host) && (!tls || open)) {
      throw new ConfigurationException(
          "skywatt.flight.host="
              + host
              + " lets other machines in: "
              + (open
                  ? "unset skywatt.open so that callers need keys"
                  : "set skywatt.flight.certificate and skywatt.flight.key"));
    }
  }

  /** Where it listens; -1 if it does not. */
  public int port() {
    return server == null ? -1 : server.getPort();
  }

  void stop(@Observes ShutdownEvent event) {
    if (server == null) {
      return;
    }
    try {
      server.shutdown();
      if (!server.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        server.close();
      }
      producer.close();
      allocator.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warnf("Flight did not stop cleanly: %s", e.getMessage());
    }
    server = null;
  }
}
