package org.skywatt.client.run;

import java.time.Duration;
import java.time.Instant;
import org.skywatt.client.Heartbeat;

/** The energy that work used since the service was told last: power times the time it ran. */
final class Usage {
  private final double powerKw;
  private Instant told;
  private Duration ran = Duration.ZERO;

  Usage(double powerKw, Instant from) {
    this.powerKw = powerKw;
    this.told = from;
  }

  void ran(Duration time) {
    ran = ran.plus(time);
  }

  Heartbeat heartbeat(String state, Instant now) {
    return Heartbeat.of(state, told, now, powerKw, ran);
  }

  /** The service has taken all until {@code now}. */
  void told(Instant now) {
    told = now;
    ran = Duration.ZERO;
  }
}
