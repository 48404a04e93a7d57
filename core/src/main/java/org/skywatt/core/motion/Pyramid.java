package org.skywatt.core.motion;

import java.util.ArrayList;
import java.util.List;

/** An image, its half, the half of that, and so on down to about 12 pixels. */
final class Pyramid {
  private static final int SMALLEST = 24;

  private final List<Plane> levels = new ArrayList<>();

  Pyramid(Plane image, RowWorkers workers) {
    levels.add(image);
    while (Math.min(coarsest().rows(), coarsest().columns()) >= SMALLEST) {
      levels.add(Scales.halve(coarsest(), workers));
    }
  }

  int size() {
    return levels.size();
  }

  Plane level(int level) {
    return levels.get(level);
  }

  Plane image() {
    return levels.get(0);
  }

  private Plane coarsest() {
    return levels.get(levels.size() - 1);
  }
}
