package org.skywatt.features.view;

import java.util.function.IntToDoubleFunction;

/** A quantity by the number of the step, computed when first asked for. Not safe for threads. */
final class StepValues {
  /** A NaN that no arithmetic gives. */
  private static final long UNKNOWN_BITS = 0x7ff8_0000_0000_5eedL;

  private static final double UNKNOWN = Double.longBitsToDouble(UNKNOWN_BITS);

  private final IntToDoubleFunction compute;
  private final StepWindow window = new StepWindow();
  private double[] values = {};

  StepValues(IntToDoubleFunction compute) {
    this.compute = compute;
  }

  double at(int number) {
    int slot = window.slot(number);
    if (slot >= 0) {
      double value = values[slot];
      if (!Double.isNaN(value) || Double.doubleToRawLongBits(value) != UNKNOWN_BITS) {
        return value;
      }
    }
    return computed(number);
  }

  private double computed(int number) {
    double value = compute.applyAsDouble(number);
    if (window.slot(number) < 0) {
      values = window.grown(values, window.grow(number), UNKNOWN);
    }
    values[window.slot(number)] = value;
    return value;
  }
}
