package org.skywatt.core.motion;

import java.util.ArrayList;
import java.util.List;

/**
 * An image as a sum of scales (a Laplacian pyramid, Burt and Adelson 1983): band i holds structures
 * of about 2^i pixels at every 2^i-th pixel, and the last band what is larger.
 */
final class Cascade {
  private final List<Plane> bands;

  private Cascade(List<Plane> bands) {
    this.bands = bands;
  }

  static Cascade of(Plane image, int levels, RowWorkers workers) {
    List<Plane> bands = new ArrayList<>();
    Plane whole = image;
    for (int level = 0; level + 1 < levels; level++) {
      Plane half = Scales.halve(whole, workers);
      Plane coarse = Scales.twice(half, whole.rows(), whole.columns(), workers);
      bands.add(Planes.difference(whole, coarse));
      whole = half;
    }
    bands.add(whole);
    return new Cascade(bands);
  }

  int levels() {
    return bands.size();
  }

  /** Value of a band at a place of the whole image, in its pixels. */
  float at(int level, float row, float column) {
    Plane band = bands.get(level);
    if (level == 0) {
      return Cubic.at(band.values(), band.rows(), band.columns(), row, column);
    }
    float scale = 1f / (1 << level);
    return Linear.at(band.values(), band.rows(), band.columns(), row * scale, column * scale);
  }

  /** The sum of the bands of cascades of the same shape, each band with a weight of its own. */
  static Plane sum(List<Cascade> cascades, List<double[]> weights, RowWorkers workers) {
    Plane sum = null;
    for (int level = cascades.get(0).levels() - 1; level >= 0; level--) {
      Plane shape = cascades.get(0).bands.get(level);
      Plane out =
          sum == null
              ? new Plane(shape.rows(), shape.columns())
              : Scales.twice(sum, shape.rows(), shape.columns(), workers);
      for (int i = 0; i < cascades.size(); i++) {
        float weight = (float) weights.get(i)[level];
        float[] band = cascades.get(i).bands.get(level).values();
        if (weight != 0) {
          for (int j = 0; j < band.length; j++) {
            out.values()[j] += weight * band[j];
          }
        }
      }
      sum = out;
    }
    return sum;
  }
}
