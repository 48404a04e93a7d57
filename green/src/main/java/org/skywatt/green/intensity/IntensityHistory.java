package org.skywatt.green.intensity;

/**
 * Carbon intensity of a grid and what else was measured beside it, by slot of half an hour from a
 * Friday's midnight UTC on.
 *
 * @param before slots before those that are replayed
 * @param target grams of CO2 a kilowatt-hour
 * @param series of neighbours and production, of the same length each
 */
public record IntensityHistory(int before, double[] target, double[][] series) {
  public double target(int slot) {
    return target[slot];
  }

  /** How many other series there are. */
  public int others() {
    return series.length;
  }

  /** The other series in one slot. */
  public double[] others(int slot) {
    double[] values = new double[series.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = series[i][slot];
    }
    return values;
  }
}
