package org.skywatt.green.job;

import java.util.List;

/**
 * A way to run a job, step by step of a forecast.
 *
 * @param segments in the order of time
 * @param loadKwh energy of each step, that of restarts included
 * @param changeKwh of the battery's charge in each step
 * @param terminalsKwh what the battery draws in each step; below 0 where it gives
 * @param workKwh by which costs are divided: energy of the work alone; of elastic work, what it
 *     takes at its fastest speed, whichever it runs at
 */
record Draft(
    List<Segment> segments,
    double[] loadKwh,
    double[] changeKwh,
    double[] terminalsKwh,
    double workKwh) {

  /** Runs without a battery. */
  static Draft of(List<Segment> segments, double[] loadKwh, double workKwh) {
    double[] idle = new double[loadKwh.length];
    return new Draft(segments, loadKwh, idle, idle, workKwh);
  }
}
