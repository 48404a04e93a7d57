package org.skywatt.ingest.cf;

/** The values of a one-dimensional coordinate in equal steps, where they are. */
record Axis(double first, double step, int count) {
  /** Coordinates in files are rounded: single precision at 10,000 km is good to half a metre. */
  private static final double PART_OF_STEP = 0.01;

  /** The axis of some values; null where the steps differ or a value is missing. */
  static Axis find(double[] values) {
    int count = values.length;
    if (count == 0) {
      return null;
    }
    if (count == 1) {
      return Double.isFinite(values[0]) ? new Axis(values[0], 1, 1) : null;
    }
    double step = (values[count - 1] - values[0]) / (count - 1);
    double tolerance = Math.abs(step) * PART_OF_STEP;
    for (int i = 0; i < count; i++) {
      if (!(Math.abs(values[i] - (values[0] + i * step)) <= tolerance)) {
        return null;
      }
    }
    return step == 0 ? null : new Axis(values[0], step, count);
  }

  Axis times(double factor) {
    return new Axis(first * factor, step * factor, count);
  }

  Axis minus(double offset) {
    return new Axis(first - offset, step, count);
  }
}
