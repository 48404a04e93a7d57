package org.skywatt.client.run;

import java.time.Duration;
import java.time.Instant;
import org.skywatt.client.Heartbeat;

/** The energy that work used since the service was told last: power times the time it ran at it. */
final class Usage {
  private static final double MILLIS_PER_HOUR = 3.6e6;

  private double powerKw;
  private double kwh;
  private Instant told;

  Usage(double powerKw, Instant from) {
    this.powerKw = powerKw;
    this.told = from;
  }

  /** It runs at another power from now on, kW. */
  void runAt(double kw) {
    powerKw = kw;
  }

  void ran(Duration time) {
    kwh += powerKw * time.toMillis() / MILLIS_PER_HOUR;
  }

  Heartbeat heartbeat(String state, Instant now) {
    return new Heartbeat(state, told, now, kwh);
  }

  /** The service has taken all until {@code now}. */
  void told(Instant now) {
    told = now;
    kwh = 0;
  }
}
