package org.skywatt.serving.config;

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
    return config.now().map(now -> Clock.fixed(now, ZoneOffset.UTC)).orElseGet(Clock::systemUTC);
  }
}
