package org.skywatt.client.run;

import java.time.Duration;
import java.time.Instant;
import org.skywatt.client.Heartbeat;

/** The energy that work used since the service was told last: power times the time it ran. */
final class Usage {
  private static final double MILLIS_PER_HOUR = 3.6e6;

  private final double powerKw;
  private Instant told;
  private long ranMillis;

  Usage(double powerKw, Instant from) {
    this.powerKw = powerKw;
    this.told = from;
  }

  void ran(Duration time) {
    ranMillis += time.toMillis();
  }

  Heartbeat heartbeat(String state, Instant now) {
    return new Heartbeat(state, told, now, powerKw * ranMillis / MILLIS_PER_HOUR);
  }

  /** The service has taken all until {@code now}. */
  void told(Instant now) {
    told = now;
    ranMillis = 0;
  }
}
