package org.skywatt.core.cloud;

import java.util.List;
import org.skywatt.core.motion.Plane;

/** Percentiles of each pixel over several images, by rank: values that were seen, not between. */
final class PixelRanks {
  private PixelRanks() {}

  /**
   * The value below which a part of a pixel's values lies, counted from the lowest.
   *
   * @param images of one shape; NaN and infinite values don't count
   * @param part 0 the lowest, 1 the highest
   * @param fewest values that a pixel must have, else NaN
   * @throws IllegalArgumentException where there are no images, or of different shapes
   */
  static Plane fromLowest(List<Plane> images, double part, int fewest) {
    return ranked(images, part, fewest, 1);
  }

  /** The same counted from the highest: 0 the highest, 1 the lowest. */
  static Plane fromHighest(List<Plane> images, double part, int fewest) {
    return ranked(images, part, fewest, -1);
  }

  private static Plane ranked(List<Plane> images, double part, int fewest, float sign) {
    if (images.isEmpty()) {
      throw new IllegalArgumentException("no images to rank");
    }
    Plane first = images.get(0);
    for (Plane image : images) {
      if (!image.sameShape(first)) {
        throw new IllegalArgumentException(
            "images of %d × %d and %d × %d pixels don't go together"
                .formatted(first.rows(), first.columns(), image.rows(), image.columns()));
      }
    }
    float[][] values = new float[images.size()][];
    for (int i = 0; i < values.length; i++) {
      values[i] = images.get(i).values();
    }
    Plane out = new Plane(first.rows(), first.columns());
    float[] lowest = new float[(int) (part * (values.length - 1)) + 1];
    for (int pixel = 0; pixel < out.values().length; pixel++) {
      int known = lowest(values, pixel, sign, lowest);
      out.values()[pixel] =
          known < fewest || known == 0 ? Float.NaN : sign * lowest[(int) (part * (known - 1))];
    }
    return out;
  }

  /** Sorts the lowest values of a pixel into an array, as many as fit; tells how many are known. */
  private static int lowest(float[][] values, int pixel, float sign, float[] lowest) {
    int known = 0;
    for (float[] image : values) {
      float value = sign * image[pixel];
      if (Float.isFinite(value)) {
        int held = Math.min(known, lowest.length);
        known++;
        if (held == lowest.length) {
          if (value >= lowest[held - 1]) {
            continue;
          }
          held--;
        }
        while (held > 0 && lowest[held - 1] > value) {
          lowest[held] = lowest[held - 1];
          held--;
        }
        lowest[held] = value;
      }
    }
    return known;
  }
}
