package org.skywatt.core.motion;

import java.util.Random;

/** Images known everywhere: sums of plane waves from 8 to 60 pixels long, which may be moved. */
final class Waves {
  private static final int COUNT = 40;

  private final double[] right = new double[COUNT];
  private final double[] down = new double[COUNT];
  private final double[] phase = new double[COUNT];
  private final int rows;
  private final int columns;

  Waves(int rows, int columns, long seed) {
    this.rows = rows;
    this.columns = columns;
    Random random = new Random(seed);
    for (int i = 0; i < COUNT; i++) {
      double length = 8 * Math.pow(7.5, random.nextDouble());
      double direction = 2 * Math.PI * random.nextDouble();
      right[i] = 2 * Math.PI / length * Math.cos(direction);
      down[i] = 2 * Math.PI / length * Math.sin(direction);
      phase[i] = 2 * Math.PI * random.nextDouble();
    }
  }

  /** The image after everything has moved by some pixels. */
  Plane moved(double byRight, double byDown) {
    Plane image = new Plane(rows, columns);
    for (int i = 0; i < image.values().length; i++) {
      int row = i / columns;
      int column = i - row * columns;
      double value = 300;
      for (int wave = 0; wave < COUNT; wave++) {
        value +=
            20
                * Math.sin(
                    right[wave] * (column - byRight) + down[wave] * (row - byDown) + phase[wave]);
      }
      image.values()[i] = (float) value;
    }
    return image;
  }
}
