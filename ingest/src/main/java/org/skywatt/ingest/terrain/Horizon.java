package org.skywatt.ingest.terrain;

import org.skywatt.core.sample.TerrainSample;

/**
 * The horizon of a site: in each direction the steepest line of sight to the ground within 30 km,
 * over a curved earth whose curvature refraction lessens by 13% (the surveyors' coefficient).
 */
final class Horizon {
  private static final double FARTHEST_M = 30_000;
  private static final double EARTH_RADIUS_M = 6_371_000;
  private static final double REFRACTION = 0.13;

  private Horizon() {}

  /** Elevation angles from north clockwise, degrees, at least 0; beyond the raster is level. */
  static float[] at(ElevationModel model, double latitude, double longitude, double elevationM) {
    float[] horizon = new float[TerrainSample.HORIZON_DIRECTIONS];
    double step = Math.max(Math.min(model.rowMetres(), model.columnMetres(latitude)) / 2, 10);
    double shrink = Math.cos(Math.toRadians(latitude));
    for (int direction = 0; direction < horizon.length; direction++) {
      double azimuth = 2 * Math.PI * direction / horizon.length;
      double north = Math.cos(azimuth) / ElevationModel.METRES_A_DEGREE;
      double east = Math.sin(azimuth) / (ElevationModel.METRES_A_DEGREE * shrink);
      double steepest = 0;
      for (double distance = step; distance <= FARTHEST_M; distance += step) {
        double height =
            model.elevationM(latitude + distance * north, longitude + distance * east)
                - elevationM
                - distance * distance * (1 - REFRACTION) / (2 * EARTH_RADIUS_M);
        if (height > steepest * distance) {
          steepest = height / distance;
        }
      }
      horizon[direction] = (float) Math.toDegrees(Math.atan(steepest));
    }
    return horizon;
  }

  /**
   * Fraction of the dome's solid angle above the horizon: 1 − mean of its sine (Zakšek, Oštir,
   * Kokalj, Sky-view factor, Remote Sensing 3, 2011).
   */
  static double skyView(float[] horizonDeg) {
    double sum = 0;
    for (float angle : horizonDeg) {
      sum += Math.sin(Math.toRadians(angle));
    }
    return 1 - sum / horizonDeg.length;
  }
}
