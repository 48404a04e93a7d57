package org.skywatt.features.view;

import java.util.Arrays;

/** A run of steps that arrays have a place for: it grows to where it is asked. */
final class StepWindow {
  /** Lags of formulas reach back so far, mostly. */
  private static final int BEFORE = 16;

  private static final int SIZE = 128;
  private static final int LARGEST = 1 << 22;

  private int first;
  private int size;

  /** Place of step {@code number}; −1 if it has none. */
  int slot(int number) {
    int slot = number - first;
    return slot >= 0 && slot < size ? slot : -1;
  }

  int size() {
    return size;
  }

  /**
   * Makes a place for step {@code number}.
   *
   * @return how many places what was there moves up; −1 if it is to be forgotten
   */
  int grow(int number) {
    long least = number < first ? (long) first + size - number : (long) number + 1 - first;
    if (size == 0 || least > LARGEST) {
      size = SIZE;
      first = number - BEFORE;
      return -1;
    }
    int larger = Math.max((int) least, 2 * size);
    int moved = number < first ? larger - size : 0;
    first -= moved;
    size = larger;
    return moved;
  }

  /** A copy of {@code values} as large as the window, moved as {@link #grow} says. */
  double[] grown(double[] values, int moved, double empty) {
    double[] grown = new double[size];
    Arrays.fill(grown, empty);
    if (moved >= 0) {
      System.arraycopy(values, 0, grown, moved, values.length);
    }
    return grown;
  }
}
