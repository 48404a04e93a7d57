package org.skywatt.serving.config;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * What must hold before the service listens; what does not ends the start with one line. Also
 * brings the database up to date.
 */
@ApplicationScoped
public class StartupChecks {

  void check(
      @Observes @Priority(1) StartupEvent event,
      SkywattConfig config,
      @ConfigProperty(name = "quarkus.http.host") String host,
      Flyway flyway) {
    if (config.open()) {
      requireLoopback(host);
    }
    requireHonestClock(config.now().isPresent(), config.simulated());
    migrate(flyway);
  }

  /**
   * Refuses to listen beyond this machine while nobody has to sign in.
   *
   * @throws ConfigurationException if {@code host} is not this machine's own loopback
   */
  static void requireLoopback(String host) {
    boolean loopback;
    try {
      loopback = InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      loopback = false;
    }
    if (!loopback) {
      throw new ConfigurationException(
          "quarkus.http.host="
              + host
              + " lets other machines in, and with skywatt.open=true nobody has to sign in:"
              + " use 127.0.0.1, or unset skywatt.open so that callers need keys");
    }
  }

  /** A clock that stands still would hide that real forecasts have grown stale. */
  static void requireHonestClock(boolean fixed, boolean simulated) {
    if (fixed && !simulated) {
      throw new ConfigurationException(
          "skywatt.now is only for a simulated world: unset it, or set skywatt.simulated=true");
    }
  }

  private static void migrate(Flyway flyway) {
    try {
      flyway.migrate();
    } catch (FlywayException e) {
      // Without the cause: Quarkus prints the message alone only if it is that of the root.
      String reason = e.getMessage().lines().map(String::strip).reduce((a, b) -> a + " " + b).get();
      throw new ConfigurationException(
          "the database cannot be used (quarkus.datasource.jdbc.url): " + reason);
    }
  }
}
