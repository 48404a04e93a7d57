package org.skywatt.core.motion;

/**
 * What tells how far a forecast may be wrong at a place, from the newest image: how steep it is
 * (errors of motion), how much it varies (small clouds are forgotten), how much of it has just
 * changed, and a floor. All are squares of the image's unit, the first a pixel².
 */
final class Unrest {
  /** Number of causes. */
  static final int CAUSES = 4;

  private static final int HALVINGS = 2;
  private static final double WINDOW = 2;
  private static final double FLOOR = 1e-4;
  private static final float LEAST_FLOOR = 1e-12f;

  private final Plane steepness;
  private final Plane variance;
  private final Plane change;
  private final float floor;

  private Unrest(Plane steepness, Plane variance, Plane change, float floor) {
    this.steepness = steepness;
    this.variance = variance;
    this.change = change;
    this.floor = floor;
  }

  /**
   * From an image.
   *
   * @param change what the motion does not explain of the latest step
   */
  static Unrest of(Plane image, Plane change, RowWorkers workers) {
    float mean = Planes.mean(image);
    Plane around = new Plane(image.rows(), image.columns(), image.values().clone());
    Planes.add(around, -mean);
    float deviation = Planes.deviation(image);
    Plane small = halved(around, workers);
    Plane level = Blur.gaussian(small, WINDOW, workers);
    Plane squares = Blur.gaussian(halved(Planes.product(around, around), workers), WINDOW, workers);
    for (int i = 0; i < squares.values().length; i++) {
      float own = level.values()[i];
      squares.values()[i] = Math.max(0, squares.values()[i] - own * own);
    }
    Plane changes = Blur.gaussian(halved(Planes.product(change, change), workers), 1, workers);
    float floor = (float) (FLOOR * deviation * deviation);
    return new Unrest(steepness(small), squares, changes, Math.max(LEAST_FLOOR, floor));
  }

  private static Plane halved(Plane image, RowWorkers workers) {
    Plane small = image;
    for (int i = 0; i < HALVINGS; i++) {
      small = Scales.halve(small, workers);
    }
    return small;
  }

  /** Squared gradient a pixel of the whole image. */
  private static Plane steepness(Plane small) {
    Plane out = new Plane(small.rows(), small.columns());
    float distance = 2 << HALVINGS;
    for (int row = 0; row < small.rows(); row++) {
      for (int column = 0; column < small.columns(); column++) {
        float right =
            small.at(row, Math.min(small.columns() - 1, column + 1))
                - small.at(row, Math.max(0, column - 1));
        float down =
            small.at(Math.min(small.rows() - 1, row + 1), column)
                - small.at(Math.max(0, row - 1), column);
        out.values()[row * small.columns() + column] =
            (right * right + down * down) / (distance * distance);
      }
    }
    return out;
  }

  /** Writes the causes at a place of the whole image. */
  void at(float row, float column, float[] into, int index) {
    float scale = 1f / (1 << HALVINGS);
    float r = row * scale;
    float c = column * scale;
    int rows = steepness.rows();
    int columns = steepness.columns();
    into[index] = Linear.at(steepness.values(), rows, columns, r, c);
    into[index + 1] = Linear.at(variance.values(), rows, columns, r, c);
    into[index + 2] = Linear.at(change.values(), rows, columns, r, c);
    into[index + 3] = floor;
  }
}
