package org.skywatt.serving.config;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to listen beyond this machine while nobody has to sign in. */
@ApplicationScoped
public class OpenHostGuard {

  void check(
      @Observes @Priority(1) StartupEvent event,
      SkywattConfig config,
      @ConfigProperty(name = "quarkus.http.host") String host) {
    if (!config.allowOpen()) {
      requireLoopback(host);
    }
  }

  /**
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
              + " lets other machines in, and nobody has to sign in: use"
              + " 127.0.0.1, or set skywatt.allow-open=true where the network itself is closed");
    }
  }
}
