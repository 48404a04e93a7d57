package org.skywatt.features.schema;

/** Statistics of the values of a sample that are known. */
final class KnownValues {
  private KnownValues() {}

  /** Their mean; NaN where fewer than {@code least} are known. */
  static double mean(double[] values, int least) {
    double sum = 0;
    int count = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        sum += value;
        count++;
      }
    }
    return count < least ? Double.NaN : sum / count;
  }

  /** Their standard deviation, of a sample; NaN where fewer than two are known. */
  static double deviation(double[] values) {
    double mean = mean(values, 2);
    double squares = 0;
    int count = 0;
    for (double value : values) {
      double off = value - mean;
      if (!Double.isNaN(off)) {
        squares += off * off;
        count++;
      }
    }
    return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
  }
}
