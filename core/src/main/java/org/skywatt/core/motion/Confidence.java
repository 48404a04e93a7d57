package org.skywatt.core.motion;

/** How far a motion explains an image. */
final class Confidence {
  private static final int HALVINGS = 2;
  private static final double WINDOW = 2;
  private static final double LEAST_VARIANCE = 1e-6;

  private Confidence() {}

  /** Local correlation of an image with the one before, carried along; 0 where nothing varies. */
  static Plane of(Plane before, Plane after, Flow flow, RowWorkers workers) {
    int rows = after.rows();
    int columns = after.columns();
    float[] u = flow.right().values();
    float[] v = flow.down().values();
    // Around the image's mean, or the squares of floats lose the variance.
    float mean = Planes.mean(after);
    Plane now = new Plane(rows, columns);
    Plane moved = new Plane(rows, columns);
    workers.run(
        rows,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            for (int column = 0; column < columns; column++) {
              int i = row * columns + column;
              float value = Linear.at(before.values(), rows, columns, row - v[i], column - u[i]);
              moved.values()[i] = value - mean;
              now.values()[i] = after.values()[i] - mean;
            }
          }
        });
    Plane meanMoved = around(moved, workers);
    Plane meanNow = around(now, workers);
    Plane movedMoved = around(Planes.product(moved, moved), workers);
    Plane nowNow = around(Planes.product(now, now), workers);
    Plane both = around(Planes.product(moved, now), workers);
    Plane found = new Plane(both.rows(), both.columns());
    double least = LEAST_VARIANCE * Planes.mean(Planes.product(now, now));
    for (int i = 0; i < found.values().length; i++) {
      double a = meanMoved.values()[i];
      double b = meanNow.values()[i];
      double varianceMoved = movedMoved.values()[i] - a * a;
      double varianceNow = nowNow.values()[i] - b * b;
      double correlation = (both.values()[i] - a * b) / Math.sqrt(varianceMoved * varianceNow);
      boolean varies = varianceMoved > least && varianceNow > least;
      found.values()[i] = varies ? (float) Math.max(0, Math.min(1, correlation)) : 0;
    }
    return enlarged(found, rows, columns, workers);
  }

  /** Means around every fourth pixel. */
  private static Plane around(Plane image, RowWorkers workers) {
    Plane small = image;
    for (int i = 0; i < HALVINGS; i++) {
      small = Scales.halve(small, workers);
    }
    return Blur.gaussian(small, WINDOW, workers);
  }

  private static Plane enlarged(Plane small, int rows, int columns, RowWorkers workers) {
    Plane half = Scales.twice(small, (rows + 1) / 2, (columns + 1) / 2, workers);
    return Scales.twice(half, rows, columns, workers);
  }
}
