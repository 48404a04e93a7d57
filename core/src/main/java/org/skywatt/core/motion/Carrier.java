package org.skywatt.core.motion;

/** Carries images along a steady motion, backwards from where things arrive; lead after lead. */
final class Carrier {
  private final Motion motion;
  private final RowWorkers workers;
  private final int rows;
  private final int columns;
  private final float[] fromRows;
  private final float[] fromColumns;
  private int steps;

  Carrier(Motion motion, RowWorkers workers) {
    this.motion = motion;
    this.workers = workers;
    rows = motion.right().rows();
    columns = motion.right().columns();
    fromRows = new float[rows * columns];
    fromColumns = new float[rows * columns];
    for (int i = 0; i < fromRows.length; i++) {
      int row = i / columns;
      fromRows[i] = row;
      fromColumns[i] = i - row * columns;
    }
  }

  /**
   * Where an image has gone after some steps, never fewer than at the call before. What comes from
   * beyond the edge is the edge's value.
   */
  Plane carry(Plane image, int step) {
    Plane carried = new Plane(rows, columns);
    int more = step - steps;
    steps = step;
    workers.run(
        rows,
        (from, to) -> {
          for (int i = 0; i < more; i++) {
            motion.carryBack(fromRows, fromColumns, from * columns, to * columns);
          }
          for (int i = from * columns; i < to * columns; i++) {
            carried.values()[i] =
                Cubic.at(image.values(), rows, columns, fromRows[i], fromColumns[i]);
          }
        });
    return carried;
  }

  /** From which row each pixel has come at the last call; changed by the next. */
  float[] fromRows() {
    return fromRows;
  }

  /** From which column each pixel has come. */
  float[] fromColumns() {
    return fromColumns;
  }

  /** Makes missing what comes from a missing pixel of an image. */
  void blank(Plane source, Plane carried) {
    for (int i = 0; i < fromRows.length; i++) {
      int row = Math.max(0, Math.min(rows - 1, Math.round(fromRows[i])));
      int column = Math.max(0, Math.min(columns - 1, Math.round(fromColumns[i])));
      if (!Float.isFinite(source.at(row, column))) {
        carried.values()[i] = Float.NaN;
      }
    }
  }
}
