package org.skywatt.cli.green.service;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.skywatt.cli.UsageException;
import org.skywatt.client.ApiKey;
import org.skywatt.client.ServiceConnection;

/** Connections to the service. */
public final class Services {
  private static final String HERE = "http://127.0.0.1:8080";

  private Services() {}

  /**
   * The service at {@code url}, with the key of the environment.
   *
   * @param url null for $SKYWATT_URL, or this machine's
   * @throws UsageException if it is no URL of a service, or the key cannot be one
   */
  public static ServiceConnection connect(URI url) throws IOException {
    try {
      URI chosen =
          url != null
              ? url
              : URI.create(Optional.ofNullable(System.getenv("SKYWATT_URL")).orElse(HERE));
      return new ServiceConnection(chosen, ApiKey.fromEnvironment(System.getenv()));
    } catch (IllegalArgumentException e) {
      throw new UsageException("the service cannot be asked: " + e.getMessage());
    }
  }
}
