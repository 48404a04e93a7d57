package org.skywatt.core.sample;

import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;

/**
 * Mean AC power of a site over {@code (start, end]}.
 *
 * @param availableAt when the reading could first be known
 * @param powerKw mean AC power, kW; NaN where missing. Kept as metered: implausible values are
 *     flagged, never changed
 * @param flags {@link GenerationFlag}s as a bit set
 */
public record GenerationSample(
    String siteId, Instant start, Instant end, Instant availableAt, double powerKw, int flags)
    implements Serializable {
  /**
   * Tells readings of one interval apart that became known at one time; which wins is arbitrary.
   */
  public static final Comparator<GenerationSample> SAME_READING =
      Comparator.comparingDouble(GenerationSample::powerKw)
          .thenComparingInt(GenerationSample::flags)
          .thenComparing(GenerationSample::start);

  /** Whether the row may be learned from: present and not flagged. */
  public boolean isTrainable() {
    return flags == 0 && !Double.isNaN(powerKw);
  }

  /**
   * Whether the reading shows what the plant could give. A meter that reads below zero at night
   * shows that it gave nothing.
   */
  public boolean isUsable() {
    return (flags & ~GenerationFlag.NEGATIVE.bit()) == 0 && !Double.isNaN(powerKw);
  }

  public boolean has(GenerationFlag flag) {
    return (flags & flag.bit()) != 0;
  }
}
