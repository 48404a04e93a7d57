package org.skywatt.core.motion;

/**
 * Halving and doubling of images (Burt and Adelson, The Laplacian pyramid as a compact image code,
 * IEEE Transactions on Communications 31, 1983). Pixel {@code i} of the half is pixel {@code 2i} of
 * the whole.
 */
final class Scales {
  private Scales() {}

  /** The image blurred with the binomial 1 4 6 4 1, every second pixel of it. */
  static Plane halve(Plane image, RowWorkers workers) {
    int rows = (image.rows() + 1) / 2;
    int columns = (image.columns() + 1) / 2;
    int wide = image.columns();
    float[] in = image.values();
    Plane out = new Plane(rows, columns);
    workers.run(
        rows,
        (from, to) -> {
          float[] line = new float[wide];
          for (int row = from; row < to; row++) {
            int last = image.rows() - 1;
            int a = Math.max(0, 2 * row - 2) * wide;
            int b = Math.max(0, 2 * row - 1) * wide;
            int c = 2 * row * wide;
            int d = Math.min(last, 2 * row + 1) * wide;
            int e = Math.min(last, 2 * row + 2) * wide;
            for (int i = 0; i < wide; i++) {
              line[i] = (in[a + i] + in[e + i] + 4 * (in[b + i] + in[d + i]) + 6 * in[c + i]) / 16;
            }
            halveLine(line, out.values(), row * columns, columns);
          }
        });
    return out;
  }

  private static void halveLine(float[] line, float[] out, int at, int columns) {
    int last = line.length - 1;
    for (int column = 0; column < columns; column++) {
      int i = 2 * column;
      float outer = line[Math.max(0, i - 2)] + line[Math.min(last, i + 2)];
      float inner = line[Math.max(0, i - 1)] + line[Math.min(last, i + 1)];
      out[at + column] = (outer + 4 * inner + 6 * line[i]) / 16;
    }
  }

  /** The half image at the whole's pixels, bilinear. */
  static Plane twice(Plane half, int rows, int columns, RowWorkers workers) {
    float[] in = half.values();
    int narrow = half.columns();
    Plane out = new Plane(rows, columns);
    workers.run(
        rows,
        (from, to) -> {
          float[] line = new float[narrow];
          for (int row = from; row < to; row++) {
            int above = Math.min(half.rows() - 1, row / 2) * narrow;
            int below = Math.min(half.rows() - 1, (row + 1) / 2) * narrow;
            for (int i = 0; i < narrow; i++) {
              line[i] = (in[above + i] + in[below + i]) / 2;
            }
            int at = row * columns;
            for (int column = 0; column < columns; column++) {
              float left = line[Math.min(narrow - 1, column / 2)];
              float right = line[Math.min(narrow - 1, (column + 1) / 2)];
              out.values()[at + column] = (left + right) / 2;
            }
          }
        });
    return out;
  }
}
