package org.skywatt.core.sample;

import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;

/**
 * From a date on a plant can give another part of its stated capacity: a lost string, a repair, a
 * curtailment rule. A plant that was made larger states another capacity instead.
 *
 * @param effectiveFrom start of the first interval that it holds for
 * @param availableAt when it could first be known
 * @param level what the plant can give, as a part of the capacity that the site states: above 0, at
 *     most 1
 * @param confidence 0 to 1, where it was found in generation; 1 where somebody stated it
 * @param reason one line for people
 */
public record CapacityChange(
    String siteId,
    Instant effectiveFrom,
    Instant availableAt,
    double level,
    double confidence,
    String reason)
    implements Serializable {
  /** Tells changes of one date apart that became known at one time. */
  public static final Comparator<CapacityChange> SAME_CHANGE =
      Comparator.comparingDouble(CapacityChange::confidence)
          .thenComparingDouble(CapacityChange::level)
          .thenComparing(CapacityChange::reason);

  /**
   * @throws IllegalArgumentException if level or confidence cannot be
   */
  public CapacityChange {
    if (!(level > 0 && level <= 1)) {
      throw new IllegalArgumentException(
          "level " + level + " of site " + siteId + " must be above 0 and at most 1");
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException(
          "confidence " + confidence + " of site " + siteId + " must be 0 to 1");
    }
  }

  /** The same, known from another moment on. */
  public CapacityChange knownFrom(Instant time) {
    return new CapacityChange(siteId, effectiveFrom, time, level, confidence, reason);
  }
}
