package org.skywatt.models.baseline;

/** A reference forecast of one plant, to be beaten. */
public interface Baseline {
  /** Name in reports. */
  String name();

  /**
   * Forecasts one interval from what was known at the end of another.
   *
   * @param newest the last interval that has ended when the forecast is made
   * @param steps intervals from it to the one that is forecast, at least 1
   * @return 99 percentiles as fractions of capacity, all the same for a point forecast; null where
   *     what it needs is not known
   */
  double[] forecast(int newest, int steps);
}
