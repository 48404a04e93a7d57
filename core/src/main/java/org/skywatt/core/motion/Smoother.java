package org.skywatt.core.motion;

/**
 * Solves for the motion that fits the images and is smooth (Horn and Schunck, Determining optical
 * flow, Artificial Intelligence 17, 1981; with a local window as in Bruhn, Weickert and Schnörr,
 * International Journal of Computer Vision 61, 2005), by red-black successive over-relaxation.
 */
final class Smoother {
  private static final float OVER = 1.8f;

  private Smoother() {}

  static void relax(Flow flow, DataTerm data, float alpha, int sweeps, RowWorkers workers) {
    int rows = flow.right().rows();
    for (int sweep = 0; sweep < 2 * sweeps; sweep++) {
      int colour = sweep % 2;
      workers.run(
          rows,
          (from, to) -> {
            for (int row = from; row < to; row++) {
              relaxRow(flow, data, alpha, row, (row + colour) % 2);
            }
          });
    }
  }

  private static void relaxRow(Flow flow, DataTerm data, float alpha, int row, int first) {
    int rows = flow.right().rows();
    int columns = flow.right().columns();
    float[] u = flow.right().values();
    float[] v = flow.down().values();
    float[] xx = data.xx();
    float[] xy = data.xy();
    float[] yy = data.yy();
    float[] xd = data.xd();
    float[] yd = data.yd();
    int up = row == 0 ? 0 : -columns;
    int low = row == rows - 1 ? 0 : columns;
    for (int column = first; column < columns; column += 2) {
      int i = row * columns + column;
      int left = column == 0 ? i : i - 1;
      int right = column == columns - 1 ? i : i + 1;
      float around = alpha * (u[i + up] + u[i + low] + u[left] + u[right]);
      float aroundV = alpha * (v[i + up] + v[i + low] + v[left] + v[right]);
      float a = xx[i] + 4 * alpha;
      float b = xy[i];
      float c = yy[i] + 4 * alpha;
      float p = around - xd[i];
      float q = aroundV - yd[i];
      float scale = OVER / (a * c - b * b);
      u[i] += scale * (c * p - b * q) - OVER * u[i];
      v[i] += scale * (a * q - b * p) - OVER * v[i];
    }
  }
}
