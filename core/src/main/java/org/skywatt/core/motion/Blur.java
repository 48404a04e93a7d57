package org.skywatt.core.motion;

/** Gaussian blur; beyond the edge stands the edge's value. */
final class Blur {
  private Blur() {}

  /** The image blurred with a Gaussian of standard deviation {@code sigma} pixels. */
  static Plane gaussian(Plane image, double sigma, RowWorkers workers) {
    return separable(image, kernel(sigma), workers);
  }

  private static float[] kernel(double sigma) {
    int radius = (int) Math.ceil(3 * sigma);
    float[] kernel = new float[radius + 1];
    double sum = 0;
    for (int i = 0; i <= radius; i++) {
      double value = Math.exp(-0.5 * i * i / (sigma * sigma));
      kernel[i] = (float) value;
      sum += i == 0 ? value : 2 * value;
    }
    for (int i = 0; i <= radius; i++) {
      kernel[i] /= (float) sum;
    }
    return kernel;
  }

  /**
   * Blurs with a symmetric kernel along rows and columns.
   *
   * @param kernel weight at distance 0, 1, …
   */
  private static Plane separable(Plane image, float[] kernel, RowWorkers workers) {
    int rows = image.rows();
    int columns = image.columns();
    float[] in = image.values();
    float[] across = new float[in.length];
    workers.run(
        rows,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            alongRow(in, row * columns, columns, kernel, across);
          }
        });
    Plane out = new Plane(rows, columns);
    workers.run(
        rows,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            int at = row * columns;
            scale(across, at, columns, kernel[0], out.values());
            for (int k = 1; k < kernel.length; k++) {
              int above = Math.max(0, row - k) * columns;
              int below = Math.min(rows - 1, row + k) * columns;
              addPair(across, above, below, kernel[k], out.values(), at, columns);
            }
          }
        });
    return out;
  }

  private static void alongRow(float[] in, int at, int columns, float[] kernel, float[] out) {
    int radius = kernel.length - 1;
    scale(in, at, columns, kernel[0], out);
    for (int k = 1; k <= radius; k++) {
      float weight = kernel[k];
      int inner = Math.max(k, columns - k);
      for (int column = k; column < columns - k; column++) {
        out[at + column] += weight * (in[at + column - k] + in[at + column + k]);
      }
      for (int column = 0; column < Math.min(k, columns); column++) {
        float right = in[at + Math.min(columns - 1, column + k)];
        out[at + column] += weight * (in[at] + right);
      }
      for (int column = inner; column < columns; column++) {
        out[at + column] += weight * (in[at + column - k] + in[at + columns - 1]);
      }
    }
  }

  private static void scale(float[] in, int at, int count, float weight, float[] out) {
    for (int i = at; i < at + count; i++) {
      out[i] = weight * in[i];
    }
  }

  private static void addPair(
      float[] in, int one, int two, float weight, float[] out, int at, int count) {
    for (int i = 0; i < count; i++) {
      out[at + i] += weight * (in[one + i] + in[two + i]);
    }
  }
}
