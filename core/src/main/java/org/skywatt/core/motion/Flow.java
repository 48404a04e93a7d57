package org.skywatt.core.motion;

/** Motion under estimation at one scale, pixels of that scale a step. */
record Flow(Plane right, Plane down) {
  static Flow still(int rows, int columns) {
    return new Flow(new Plane(rows, columns), new Plane(rows, columns));
  }

  /** The same motion at twice the scale. */
  Flow finer(int rows, int columns, RowWorkers workers) {
    return new Flow(
        doubled(Scales.twice(right, rows, columns, workers)),
        doubled(Scales.twice(down, rows, columns, workers)));
  }

  private static Plane doubled(Plane plane) {
    float[] values = plane.values();
    for (int i = 0; i < values.length; i++) {
      values[i] *= 2;
    }
    return plane;
  }
}
