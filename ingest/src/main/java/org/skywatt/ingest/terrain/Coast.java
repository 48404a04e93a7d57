package org.skywatt.ingest.terrain;

import org.skywatt.ingest.terrain.Lattice.Position;

/**
 * Distance to the sea. Elevation models have no coast, but hold exactly 0 on water that is flat at
 * sea level (SRTM, Copernicus DEM), which is what counts for sea here. Blocks that hold none, or
 * that are farther than sea must be, are passed over.
 */
final class Coast {
  static final double FARTHEST_M = 50_000;

  private final ElevationModel model;
  private final Blocks blocks;
  private final boolean[] hasSea;

  Coast(ElevationModel model) {
    this.model = model;
    blocks = new Blocks(model);
    hasSea = new boolean[blocks.count()];
    float[] elevations = model.elevations();
    for (int i = 0; i < elevations.length; i++) {
      if (elevations[i] == 0) {
        hasSea[blocks.of(i % blocks.columns(), i / blocks.columns())] = true;
      }
    }
  }

  /** Metres from a site to the nearest point of sea; NaN where none lies within 50 km. */
  double distanceM(Position site) {
    int column = (int) Math.round(site.column());
    int row = (int) Math.round(site.row());
    double columnMetres = model.lattice().columnMetres(column, row);
    double rowMetres = model.lattice().rowMetres(column, row);
    double limit = FARTHEST_M;
    for (int block = 0; block < hasSea.length; block++) {
      if (hasSea[block]) {
        double aside = farthest(blocks.firstColumn(block), blocks.lastColumn(block), site.column());
        double along = farthest(blocks.firstRow(block), blocks.lastRow(block), site.row());
        limit = Math.min(limit, Math.hypot(aside * columnMetres, along * rowMetres));
      }
    }
    double nearest = Double.POSITIVE_INFINITY;
    for (int block = 0; block < hasSea.length; block++) {
      double aside = gap(blocks.firstColumn(block), blocks.lastColumn(block), site.column());
      double along = gap(blocks.firstRow(block), blocks.lastRow(block), site.row());
      if (hasSea[block] && Math.hypot(aside * columnMetres, along * rowMetres) <= limit) {
        nearest = Math.min(nearest, nearestIn(block, site, columnMetres, rowMetres));
        limit = Math.min(limit, nearest);
      }
    }
    return nearest <= FARTHEST_M ? nearest : Double.NaN;
  }

  private static double farthest(int first, int last, double at) {
    return Math.max(Math.abs(first - at), Math.abs(last - at));
  }

  private static double gap(int first, int last, double at) {
    return Math.max(0, Math.max(first - at, at - last));
  }

  private double nearestIn(int block, Position site, double columnMetres, double rowMetres) {
    double best = Double.POSITIVE_INFINITY;
    for (int row = blocks.firstRow(block); row <= blocks.lastRow(block); row++) {
      for (int column = blocks.firstColumn(block); column <= blocks.lastColumn(block); column++) {
        if (model.elevations()[row * blocks.columns() + column] == 0) {
          double aside = (column - site.column()) * columnMetres;
          double along = (row - site.row()) * rowMetres;
          best = Math.min(best, aside * aside + along * along);
        }
      }
    }
    return Math.sqrt(best);
  }
}
