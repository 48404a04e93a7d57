package org.skywatt.serving.config;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;

/** The clock that every other class asks for the time. */
@ApplicationScoped
public class ServiceClock {

  @Produces
  @Singleton
  Clock clock(SkywattConfig config) {
    if (config.now().isEmpty()) {
      return Clock.systemUTC();
    }
    if (!config.simulated()) {
      // A clock that stands still would hide that forecasts have grown stale.
      throw new ConfigurationException(
          "skywatt.now is only for a simulated world: unset it, or set skywatt.simulated=true");
    }
    return Clock.fixed(config.now().get(), ZoneOffset.UTC);
  }
}
