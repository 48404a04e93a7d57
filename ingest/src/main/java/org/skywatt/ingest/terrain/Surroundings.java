package org.skywatt.ingest.terrain;

import org.skywatt.ingest.terrain.Lattice.Position;

/**
 * Heights of the raster's points within a radius of a site.
 *
 * @param meanM mean height; NaN with fewer than three points, which tell nothing
 * @param deviationM standard deviation of the heights, the ground's roughness; NaN likewise
 */
record Surroundings(double meanM, double deviationM) {
  private static final int FEWEST = 3;

  static Surroundings within(ElevationModel model, Position site, double radiusM) {
    Lattice lattice = model.lattice();
    int nx = lattice.columns();
    int atColumn = (int) Math.round(site.column());
    int atRow = (int) Math.round(site.row());
    double rowMetres = lattice.rowMetres(atColumn, atRow);
    double columnMetres = lattice.columnMetres(atColumn, atRow);
    int first = (int) Math.max(0, Math.ceil(site.row() - radiusM / rowMetres));
    int last = (int) Math.min(lattice.rows() - 1, Math.floor(site.row() + radiusM / rowMetres));
    double base = model.elevations()[atRow * nx + atColumn];
    base = Double.isNaN(base) ? 0 : base; // sums of differences keep their digits
    double sum = 0;
    double squares = 0;
    long count = 0;
    for (int row = first; row <= last; row++) {
      double away = (row - site.row()) * rowMetres;
      double half = Math.sqrt(Math.max(0, radiusM * radiusM - away * away)) / columnMetres;
      int left = (int) Math.max(0, Math.ceil(site.column() - half));
      int right = (int) Math.min(nx - 1, Math.floor(site.column() + half));
      for (int i = row * nx + left; i <= row * nx + right; i++) {
        double height = model.elevations()[i] - base;
        if (!Double.isNaN(height)) {
          sum += height;
          squares += height * height;
          count++;
        }
      }
    }
    if (count < FEWEST) {
      return new Surroundings(Double.NaN, Double.NaN);
    }
    double mean = sum / count;
    double variance = Math.max(0, squares / count - mean * mean);
    return new Surroundings(base + mean, Math.sqrt(variance));
  }
}
