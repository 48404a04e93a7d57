package org.skywatt.features.quality;

import java.time.Instant;
import java.util.List;

/**
 * Something wrong, where, and why it is thought so.
 *
 * @param reason one line for people
 * @param spans where, in time order
 * @param size how large: a factor for units, seconds for clocks, a fraction for capacity; NaN where
 *     it has none
 * @param confidence 0 to 1: one minus the chance that reshuffled data show as much; NaN where the
 *     finding is a fact of the file
 */
public record Finding(Kind kind, String reason, List<Span> spans, double size, double confidence) {
  /** Kinds of findings. */
  public enum Kind {
    /** Rows that give a time again. */
    DUPLICATE,
    /** A day that repeats another day to the last digit. */
    COPIED_DAY,
    /** Steps that are absent, or have no value. */
    MISSING,
    /** Below zero. */
    NEGATIVE,
    /** W or MW where kW is meant. */
    UNIT,
    /** Above 110% of capacity. */
    ABOVE_CAPACITY,
    /** Times that do not fit the sun: time zone or daylight saving. */
    CLOCK,
    /** Power while the sun is down. */
    NIGHT_PRODUCTION,
    /** The same value for hours. */
    STUCK,
    /** No power by day. */
    OUTAGE,
    /** Flat at the most the inverter gives. */
    CLIPPED,
    /** Flat below what the plant gives at other times. */
    CURTAILED,
    /** The plant gives more or less than before, from a date on. */
    CAPACITY_CHANGE,
    /** The plant slowly gives more or less. */
    DRIFT;

    int bit() {
      return 1 << ordinal();
    }
  }

  /**
   * A stretch of time.
   *
   * @param from start of its first row
   * @param to end of its last row
   */
  public record Span(Instant from, Instant to, long rows) {}

  public Finding {
    spans = List.copyOf(spans);
  }

  /** Rows that it concerns. */
  public long rows() {
    return spans.stream().mapToLong(Span::rows).sum();
  }
}
