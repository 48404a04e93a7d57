package org.skywatt.serving.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Settings of the service, {@code skywatt.*} or {@code SKYWATT_*}. */
@ConfigMapping(prefix = "skywatt")
public interface SkywattConfig {
  /** The folder that holds {@code runs/} and {@code sites.json}. */
  Path published();

  /** Whether the forecasts are of a simulated world; then every answer and page says so. */
  @WithDefault("false")
  boolean simulated();

  /** A clock that stands still, for a simulated world of the past; refused for a real one. */
  Optional<Instant> now();

  /** How late the next run may be before a forecast is called stale. */
  @WithDefault("PT10M")
  Duration staleGrace();

  /** Whether nobody has to sign in; possible on loopback only. */
  @WithDefault("false")
  boolean open();

  /** Requests that a key may make in a minute, unless it has a limit of its own. */
  @WithDefault("6000")
  int requestsPerMinute();

  /** Requests that are answered at once at most; more are turned away. */
  @WithDefault("512")
  int requestsInFlight();
}
