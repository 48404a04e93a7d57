package org.skywatt.green.replay;

/**
 * A job of a cluster trace.
 *
 * @param arrival second since the trace begins, 0 or more
 * @param length seconds that it runs, above 0
 * @param cpus processors it uses, above 0
 */
public record TraceJob(double arrival, double length, double cpus) {
  private static final double SLOT_SECONDS = 1800;
  private static final double SHORT_SECONDS = 2 * 3600;
  private static final int SHORT_WAIT = 12;
  private static final int LONG_WAIT = 48;

  /** The slot of half an hour in which it can first run whole. */
  int firstSlot() {
    return (int) Math.ceil(arrival / SLOT_SECONDS);
  }

  /** Slots that it takes; the last may be used in part. */
  int slots() {
    return (int) Math.ceil(length / SLOT_SECONDS);
  }

  /** Slots that it may wait: 6 hours if it is short (up to 2 hours), else a day. */
  int longestWait() {
    return length <= SHORT_SECONDS ? SHORT_WAIT : LONG_WAIT;
  }

  /** Energy in each of its slots, in processors times seconds. */
  double energyOfSlot() {
    return cpus * length / slots();
  }
}
