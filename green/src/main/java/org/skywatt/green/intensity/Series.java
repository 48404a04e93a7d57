package org.skywatt.green.intensity;

import java.util.Arrays;

/** Values that arrive one after another, with sums over any stretch of them. */
final class Series {
  private double[] values = new double[1024];
  private double[] before = new double[1025];
  private double squares;
  private int size;

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
      before = Arrays.copyOf(before, 2 * size + 1);
    }
    values[size] = value;
    before[size + 1] = before[size] + value;
    squares += value * value;
    size++;
  }

  int size() {
    return size;
  }

  double get(int index) {
    return values[index];
  }

  /** Mean of the last {@code count} values before {@code end}, or of as many as there are. */
  double meanBefore(int end, int count) {
    int from = Math.max(0, end - count);
    return (before[end] - before[from]) / Math.max(1, end - from);
  }

  /** Standard deviation of all values so far. */
  double deviation() {
    double mean = before[size] / size;
    return Math.sqrt(Math.max(0, squares / size - mean * mean));
  }
}
