package org.skywatt.core.motion;

/**
 * What images say of the motion at each pixel: the sum over pairs of consecutive images of {@code w
 * (g·(u − u0) + d)²}, linear around a motion u0, as the coefficients of its normal equations. g is
 * the brightness gradient, d the difference that u0 leaves, and w falls with |d| (Charbonnier), so
 * that clouds that grow or vanish count little; and with |g|, so that bright clouds don't speak for
 * faint ones.
 */
final class DataTerm {
  private final int rows;
  private final int columns;
  private final Plane xx;
  private final Plane xy;
  private final Plane yy;
  private final Plane xd;
  private final Plane yd;

  DataTerm(int rows, int columns) {
    this(
        new Plane(rows, columns),
        new Plane(rows, columns),
        new Plane(rows, columns),
        new Plane(rows, columns),
        new Plane(rows, columns));
  }

  private DataTerm(Plane xx, Plane xy, Plane yy, Plane xd, Plane yd) {
    rows = xx.rows();
    columns = xx.columns();
    this.xx = xx;
    this.xy = xy;
    this.yy = yy;
    this.xd = xd;
    this.yd = yd;
  }

  float[] xx() {
    return xx.values();
  }

  float[] xy() {
    return xy.values();
  }

  float[] yy() {
    return yy.values();
  }

  float[] xd() {
    return xd.values();
  }

  float[] yd() {
    return yd.values();
  }

  /**
   * Adds a pair.
   *
   * @param before the earlier image
   * @param after the later image
   * @param flow u0; pixels that it brings from outside the image don't count
   * @param noise difference beyond which a pixel counts less
   */
  void add(Plane before, Plane after, Flow flow, float noise, RowWorkers workers) {
    float[] moved = new float[rows * columns];
    float[] mean = new float[rows * columns];
    float[] u = flow.right().values();
    float[] v = flow.down().values();
    float[] later = after.values();
    workers.run(
        rows,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            for (int column = 0; column < columns; column++) {
              int i = row * columns + column;
              float value = Cubic.at(before.values(), rows, columns, row - v[i], column - u[i]);
              moved[i] = value;
              mean[i] = (value + later[i]) / 2;
            }
          }
        });
    workers.run(
        rows,
        (from, to) -> {
          for (int row = Math.max(2, from); row < Math.min(rows - 2, to); row++) {
            addRow(row, mean, moved, later, u, v, noise * noise);
          }
        });
  }

  private void addRow(
      int row, float[] mean, float[] moved, float[] later, float[] u, float[] v, float noise2) {
    for (int column = 2; column < columns - 2; column++) {
      int i = row * columns + column;
      float gx = (8 * (mean[i + 1] - mean[i - 1]) - (mean[i + 2] - mean[i - 2])) / 12;
      float gy =
          (8 * (mean[i + columns] - mean[i - columns])
                  - (mean[i + 2 * columns] - mean[i - 2 * columns]))
              / 12;
      float d = later[i] - moved[i];
      float fromRow = row - v[i];
      float fromColumn = column - u[i];
      boolean inside =
          fromRow >= 0 && fromRow <= rows - 1 && fromColumn >= 0 && fromColumn <= columns - 1;
      float w = inside ? 1 / (float) Math.sqrt(d * d + noise2) : 0;
      w /= (float) Math.sqrt(gx * gx + gy * gy + noise2);
      float rest = d - gx * u[i] - gy * v[i];
      xx.values()[i] += w * gx * gx;
      xy.values()[i] += w * gx * gy;
      yy.values()[i] += w * gy * gy;
      xd.values()[i] += w * gx * rest;
      yd.values()[i] += w * gy * rest;
    }
  }

  /** Blurs the coefficients: a pixel's neighbours move as it does. */
  DataTerm blurred(double sigma, RowWorkers workers) {
    return new DataTerm(
        Blur.gaussian(xx, sigma, workers),
        Blur.gaussian(xy, sigma, workers),
        Blur.gaussian(yy, sigma, workers),
        Blur.gaussian(xd, sigma, workers),
        Blur.gaussian(yd, sigma, workers));
  }
}
