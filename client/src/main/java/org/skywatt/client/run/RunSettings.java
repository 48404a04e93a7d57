package org.skywatt.client.run;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * How work is run.
 *
 * @param poll how often the service is asked, above zero
 * @param fallback while the service is away and there is no plan
 * @param log takes one line at a time
 */
public record RunSettings(Duration poll, Fallback fallback, Consumer<String> log) {
  public RunSettings {
    if (poll.isNegative() || poll.isZero()) {
      throw new IllegalArgumentException("the service must be asked in more than no time");
    }
  }
}
