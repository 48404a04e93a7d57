package org.skywatt.models.score;

import java.io.Serializable;

/**
 * What forecasts of one event said, run after run, and how much they went to and fro: the flip-flop
 * index of Griffiths and others (2019, Meteorological Applications 26, 30–35). Of N forecasts it is
 * what they travelled less the range they covered, over N − 2: a steady trend costs nothing.
 */
public final class Revisions implements Serializable {
  private static final long serialVersionUID = 1L;

  private int count;
  private double last;
  private double lastChange;
  private double least = Double.POSITIVE_INFINITY;
  private double most = Double.NEGATIVE_INFINITY;
  private double travelled;

  /**
   * Adds the next run's forecast.
   *
   * @param value in the unit of the index, not NaN
   * @return how far the forecast before stood out from those on both sides of it, in the same
   *     direction; 0 where it lay between them, NaN where there were no two before
   */
  public double add(double value) {
    double tooth = Double.NaN;
    double change = value - last;
    if (count > 0) {
      travelled += Math.abs(change);
    }
    if (count > 1) {
      tooth = lastChange * change < 0 ? Math.min(Math.abs(lastChange), Math.abs(change)) : 0;
    }
    lastChange = change;
    last = value;
    least = Math.min(least, value);
    most = Math.max(most, value);
    count++;
    return tooth;
  }

  /** How many forecasts there were. */
  public int count() {
    return count;
  }

  /** Sum of the absolute changes from run to run. */
  public double travelled() {
    return travelled;
  }

  /** The flip-flop index, at least 0; NaN of fewer than three forecasts. */
  public double index() {
    // Rounding may leave less than nothing of a steady trend.
    return count < 3 ? Double.NaN : Math.max(0, travelled - (most - least)) / (count - 2);
  }
}
