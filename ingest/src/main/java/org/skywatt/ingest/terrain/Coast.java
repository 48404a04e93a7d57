package org.skywatt.ingest.terrain;

import org.skywatt.ingest.terrain.ElevationModel.Position;

/**
 * Distance to the sea. Elevation models have no coast, but hold exactly 0 on water that is flat at
 * sea level (SRTM, Copernicus DEM), which is what counts for sea here. A point in a block that
 * holds none is passed over with its block.
 */
final class Coast {
  static final double FARTHEST_M = 50_000;
  private static final int BLOCK = 32;

  private final ElevationModel model;
  private final int blockColumns;
  private final boolean[] hasSea;

  Coast(ElevationModel model) {
    this.model = model;
    int columns = model.grid().columns();
    blockColumns = (columns + BLOCK - 1) / BLOCK;
    hasSea = new boolean[blockColumns * ((model.grid().rows() + BLOCK - 1) / BLOCK)];
    float[] elevations = model.elevations();
    for (int i = 0; i < elevations.length; i++) {
      if (elevations[i] == 0) {
        hasSea[i / columns / BLOCK * blockColumns + i % columns / BLOCK] = true;
      }
    }
  }

  /** Metres from a site to the nearest point of sea; NaN where none lies within 50 km. */
  double distanceM(Position site) {
    int column = (int) Math.round(site.column());
    int row = (int) Math.round(site.row());
    double columnMetres = model.columnMetres(column, row);
    double rowMetres = model.rowMetres(column, row);
    double nearest = FARTHEST_M;
    for (int block = 0; block < hasSea.length; block++) {
      if (hasSea[block]) {
        double far = away(block, site, columnMetres, rowMetres, Coast::farthest);
        nearest = Math.min(nearest, far); // some of its sea is nearer than its farthest corner
      }
    }
    boolean found = false;
    for (int block = 0; block < hasSea.length; block++) {
      if (hasSea[block] && away(block, site, columnMetres, rowMetres, Coast::gap) <= nearest) {
        double distance = nearestIn(block, site, columnMetres, rowMetres);
        found |= distance <= nearest;
        nearest = Math.min(nearest, distance);
      }
    }
    return found ? nearest : Double.NaN;
  }

  /** Of a place from a block along an axis, by where the block begins and ends as seen from it. */
  private interface Distance {
    double of(double begin, double end);
  }

  private static double farthest(double begin, double end) {
    return Math.max(Math.abs(begin), Math.abs(end));
  }

  private static double gap(double begin, double end) {
    return Math.max(0, Math.max(begin, -end));
  }

  private double away(
      int block, Position site, double columnMetres, double rowMetres, Distance distance) {
    int left = block % blockColumns * BLOCK;
    int top = block / blockColumns * BLOCK;
    int right = Math.min(left + BLOCK, model.grid().columns()) - 1;
    int bottom = Math.min(top + BLOCK, model.grid().rows()) - 1;
    double aside = distance.of(left - site.column(), right - site.column());
    double along = distance.of(top - site.row(), bottom - site.row());
    return Math.hypot(aside * columnMetres, along * rowMetres);
  }

  private double nearestIn(int block, Position site, double columnMetres, double rowMetres) {
    int left = block % blockColumns * BLOCK;
    int top = block / blockColumns * BLOCK;
    int right = Math.min(left + BLOCK, model.grid().columns());
    int bottom = Math.min(top + BLOCK, model.grid().rows());
    double best = Double.POSITIVE_INFINITY;
    for (int row = top; row < bottom; row++) {
      for (int column = left; column < right; column++) {
        if (model.elevations()[row * model.grid().columns() + column] == 0) {
          double aside = (column - site.column()) * columnMetres;
          double along = (row - site.row()) * rowMetres;
          best = Math.min(best, aside * aside + along * along);
        }
      }
    }
    return Math.sqrt(best);
  }
}
