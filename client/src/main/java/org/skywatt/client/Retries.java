package org.skywatt.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often a call is repeated, and how long is waited in between: a random time up to a limit that
 * doubles ("full jitter"), so that many clients do not come back at the same moment.
 *
 * @param attempts 1 or more, the first included
 * @param first limit of the first pause
 * @param longest limit of any pause
 */
public record Retries(int attempts, Duration first, Duration longest) {
  /** Three attempts, pauses up to 0.3 and 0.6 seconds. */
  public static final Retries USUAL = new Retries(3, Duration.ofMillis(300), Duration.ofSeconds(5));

  /** One attempt. */
  public static final Retries NONE = new Retries(1, Duration.ZERO, Duration.ZERO);

  public Retries {
    if (attempts < 1 || attempts > 20 || first.isNegative() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("1 to 20 attempts, and pauses that do not shrink");
    }
  }

  /** The pause before attempt {@code attempt}, 2 or more. */
  Duration pause(int attempt) {
    long limit = Math.min(longest.toMillis(), first.toMillis() << Math.min(20, attempt - 2));
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(limit + 1));
  }
}
