package org.skywatt.serving.flight;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Settings of Arrow Flight, {@code skywatt.flight.*} or {@code SKYWATT_FLIGHT_*}. */
@ConfigMapping(prefix = "skywatt.flight")
public interface FlightConfig {
  /** The port; Flight is off without one, and 0 takes any that is free. */
  OptionalInt port();

  /** The address to listen on; others than loopback need a certificate. */
  @WithDefault("127.0.0.1")
  String host();

  /** The certificate chain of TLS, PEM. */
  Optional<Path> certificate();

  /** The private key of TLS, PEM. */
  Optional<Path> key();

  /** Streams that are answered at once at most; more are turned away. */
  @WithDefault("8")
  int streams();

  /** How long a client may take to read what it was sent, before its stream is ended. */
  @WithDefault("PT60S")
  Duration patience();
}
