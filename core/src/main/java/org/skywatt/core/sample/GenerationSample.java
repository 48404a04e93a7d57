package org.skywatt.core.sample;

import java.time.Instant;

/**
 * Mean AC power of a site over {@code (start, end]}.
 *
 * @param availableAt when the reading could first be known
 * @param powerKw mean AC power, kW; NaN where missing. Kept as metered: implausible values are
 *     flagged, never changed
 * @param flags {@link GenerationFlag}s as a bit set
 */
public record GenerationSample(
    String siteId, Instant start, Instant end, Instant availableAt, double powerKw, int flags) {
  /** Whether the row may be learned from: present and not flagged. */
  public boolean isTrainable() {
    return flags == 0 && !Double.isNaN(powerKw);
  }

  public boolean has(GenerationFlag flag) {
    return (flags & flag.bit()) != 0;
  }
}
