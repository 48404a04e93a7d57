package org.skywatt.core.motion;

/** Missing pixels, which motion and blurs cannot bear. */
final class Gaps {
  private Gaps() {}

  /**
   * The image with its NaNs filled by the weighted mean of what lies around them, from as near as
   * there is anything; the image itself where nothing is missing, zeros where everything is.
   */
  static Plane fill(Plane image, RowWorkers workers) {
    Plane values = new Plane(image.rows(), image.columns());
    Plane weights = new Plane(image.rows(), image.columns());
    int missing = 0;
    for (int i = 0; i < image.values().length; i++) {
      boolean known = Float.isFinite(image.values()[i]);
      values.values()[i] = known ? image.values()[i] : 0;
      weights.values()[i] = known ? 1 : 0;
      missing += known ? 0 : 1;
    }
    if (missing == 0) {
      return image;
    }
    return missing == image.values().length ? values : filled(values, weights, workers);
  }

  /** Means of weighted values; where the weight is small, those of the half image stand in. */
  private static Plane filled(Plane values, Plane weights, RowWorkers workers) {
    int rows = values.rows();
    int columns = values.columns();
    Plane out = new Plane(rows, columns);
    boolean gaps = false;
    for (int i = 0; i < out.values().length; i++) {
      float weight = weights.values()[i];
      out.values()[i] = weight > 0 ? values.values()[i] / weight : 0;
      gaps |= weight < 1;
    }
    if (!gaps || rows * columns == 1) {
      return out;
    }
    Plane half = filled(Scales.halve(values, workers), Scales.halve(weights, workers), workers);
    Plane coarse = Scales.twice(half, rows, columns, workers);
    for (int i = 0; i < out.values().length; i++) {
      float weight = Math.min(1, weights.values()[i]);
      out.values()[i] = weight * out.values()[i] + (1 - weight) * coarse.values()[i];
    }
    return out;
  }
}
