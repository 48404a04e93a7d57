package org.skywatt.models.score;

import java.io.Serializable;

/**
 * Ramps that were foretold and those that came: a table of hits, misses and false alarms (Finley's
 * two-by-two table; scores as in Wilks 2011, section 8.2).
 */
public final class RampCounts implements Serializable {
  private static final long serialVersionUID = 1L;

  private long hits;
  private long misses;
  private long falseAlarms;

  /**
   * Adds one window.
   *
   * @param foretold change of the forecast, fraction of capacity; NaN is no ramp
   * @param came change of power
   * @param least change from which it is a ramp: up where positive, down where negative
   */
  public void add(double foretold, double came, double least) {
    boolean forecast = least > 0 ? foretold >= least : foretold <= least;
    boolean observed = least > 0 ? came >= least : came <= least;
    hits += forecast && observed ? 1 : 0;
    misses += observed && !forecast ? 1 : 0;
    falseAlarms += forecast && !observed ? 1 : 0;
  }

  /** Adds what {@code other} has. */
  public void merge(RampCounts other) {
    hits += other.hits;
    misses += other.misses;
    falseAlarms += other.falseAlarms;
  }

  public long hits() {
    return hits;
  }

  public long misses() {
    return misses;
  }

  public long falseAlarms() {
    return falseAlarms;
  }

  /** Critical success index: hits over all that was foretold or came; NaN where nothing was. */
  public double criticalSuccess() {
    return (double) hits / (hits + misses + falseAlarms);
  }

  /** Share of ramps that were foretold; NaN where none came. */
  public double detected() {
    return (double) hits / (hits + misses);
  }

  /** Share of foretold ramps that did not come; NaN where none was foretold. */
  public double falseAlarmRatio() {
    return (double) falseAlarms / (hits + falseAlarms);
  }
}
