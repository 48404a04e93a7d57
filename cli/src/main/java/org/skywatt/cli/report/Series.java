package org.skywatt.cli.report;

/**
 * A line of a plot; a value that is NaN leaves a gap.
 *
 * @param style number of its colour and dashes; 0 is the forecast's
 * @param lower of its interval, or null
 * @param upper of its interval, or null
 */
record Series(String name, int style, double[] x, double[] y, double[] lower, double[] upper) {
  static Series line(String name, int style, double[] x, double[] y) {
    return new Series(name, style, x, y, null, null);
  }
}
