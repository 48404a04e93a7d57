package org.skywatt.green.admission;

import java.util.Arrays;

/** Values that are added one by one and kept in order. */
final class SortedValues {
  private double[] values = new double[256];
  private int size;

  void add(double value) {
    int found = Arrays.binarySearch(values, 0, size, value);
    int place = found < 0 ? -found - 1 : found;
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    System.arraycopy(values, place, values, place + 1, size - place);
    values[place] = value;
    size++;
  }

  int size() {
    return size;
  }

  /** The value of the nearest rank, for a level of 0 (the least) to 1. */
  double quantile(double level) {
    return values[(int) Math.round(level * (size - 1))];
  }
}
