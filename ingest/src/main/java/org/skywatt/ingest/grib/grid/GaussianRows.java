package org.skywatt.ingest.grib.grid;

import org.skywatt.core.grid.GaussianLatitudes;

/** Which of the parallels of a Gaussian grid a field has. */
final class GaussianRows {
  private GaussianRows() {}

  /**
   * Latitudes of the rows in the order in which they are scanned, degrees.
   *
   * @param n parallels between a pole and the equator
   * @param rows of the field
   * @param first latitude of its first row, rounded as its file writes it
   * @param northwards whether rows run to the north
   */
  static double[] latitudes(int n, int rows, double first, boolean northwards) {
    double[] all = GaussianLatitudes.of(n);
    int nearest = 0;
    for (int i = 1; i < all.length; i++) {
      if (Math.abs(all[i] - first) < Math.abs(all[nearest] - first)) {
        nearest = i;
      }
    }
    int step = northwards ? -1 : 1;
    int last = nearest + step * (rows - 1);
    boolean near = Math.abs(all[nearest] - first) < 90.0 / n;
    if (rows < 1 || rows > all.length || last < 0 || last >= all.length || !near) {
      throw new IllegalArgumentException(
          "corrupt: " + rows + " rows from latitude " + first + " in a Gaussian grid of N = " + n);
    }
    double[] latitudes = new double[rows];
    for (int row = 0; row < rows; row++) {
      latitudes[row] = all[nearest + step * row];
    }
    return latitudes;
  }
}
