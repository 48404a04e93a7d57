package org.skywatt.ingest.terrain;

import org.skywatt.core.grid.LatLonGrid;

/**
 * Heights above sea level on a grid whose rows run from north to south.
 *
 * @param elevations m, by the grid's index; NaN in voids
 */
public record ElevationModel(LatLonGrid grid, float[] elevations) {
  static final double METRES_A_DEGREE = 111_195;

  /** Height at a point, bilinear, m; NaN outside and beside voids. */
  double elevationM(double latitude, double longitude) {
    return grid.findWeights(latitude, longitude)
        .map(weights -> weights.interpolate(elevations))
        .orElse(Double.NaN);
  }

  /** Distance between columns at a latitude, m. */
  double columnMetres(double latitude) {
    return grid.longitudeStep() * METRES_A_DEGREE * Math.cos(Math.toRadians(latitude));
  }

  /** Distance between rows, m. */
  double rowMetres() {
    return -grid.latitudeStep() * METRES_A_DEGREE;
  }
}
