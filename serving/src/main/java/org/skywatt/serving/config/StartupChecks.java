package org.skywatt.serving.config;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;
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
    if (config.oidc().enabled()) {
      requireProvider(config.oidc().issuer(), config.oidc().audience());
    }
    migrate(flyway);
  }

  /**
   * Refuses to listen beyond this machine while nobody has to sign in.
   *
   * @throws ConfigurationException if {@code host} is not this machine's own loopback
   */
  static void requireLoopback(String host) {
    if (!isLoopback(host)) {
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

  /**
   * Tokens are believed of a provider whose keys came over TLS, or from this machine, and only if
   * they were made for this service.
   */
  static void requireProvider(Optional<String> issuer, Optional<String> audience) {
    URI url;
    try {
      url = new URI(issuer.orElse(""));
    } catch (URISyntaxException e) {
      url = URI.create("");
    }
    boolean safe =
        "https".equals(url.getScheme())
            || ("http".equals(url.getScheme())
                && url.getHost() != null
                && isLoopback(url.getHost()));
    if (!safe) {
      throw new ConfigurationException(
          "skywatt.oidc.issuer must be the https URL of the provider (http on loopback only)");
    }
    // "any" would be taken by Quarkus for no check at all.
    if (audience.isEmpty() || audience.get().isBlank() || audience.get().strip().equals("any")) {
      throw new ConfigurationException(
          "skywatt.oidc.audience must say which audience tokens are made for: else the provider's"
              + " tokens for other services would do here");
    }
  }

  /** Whether a host is this machine's own loopback; false for names that lead nowhere. */
  public static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
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
