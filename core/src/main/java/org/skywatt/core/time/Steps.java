package org.skywatt.core.time;

import java.time.Duration;
import java.time.Instant;

/** Times that are whole steps away from 1970-01-01T00:00Z, at which intervals begin and end. */
public final class Steps {
  private Steps() {}

  /**
   * The last such time at or before {@code time}.
   *
   * @param step whole seconds, positive
   */
  public static Instant floor(Instant time, Duration step) {
    long seconds = time.getEpochSecond();
    return Instant.ofEpochSecond(seconds - Math.floorMod(seconds, step.toSeconds()));
  }
}
