package org.skywatt.ingest.simulated;

import org.skywatt.core.site.Location;

/**
 * The true horizon of a site, every degree, marched through the terrain's formula rather than its
 * raster: what the elevation model and {@code TerrainSampler} should find, found another way.
 */
final class ShadeProfile {
  private static final int DIRECTIONS = 360;
  private static final double KM_A_DEGREE = 111.2;
  private static final double FARTHEST_KM = 50;

  private ShadeProfile() {}

  /** Elevation angle of the horizon by whole degree clockwise from north, degrees, at least 0. */
  static float[] at(SimulatedTerrain terrain, Location site) {
    float[] horizon = new float[DIRECTIONS];
    double shrink = Math.cos(Math.toRadians(site.latitude()));
    for (int direction = 0; direction < DIRECTIONS; direction++) {
      double north = Math.cos(Math.toRadians(direction)) / KM_A_DEGREE;
      double east = Math.sin(Math.toRadians(direction)) / KM_A_DEGREE / shrink;
      double steepest = 0;
      for (double km = 0.2; km <= FARTHEST_KM; km += 0.2) {
        double height =
            terrain.elevationM(site.latitude() + km * north, site.longitude() + km * east)
                - site.elevationM();
        steepest = Math.max(steepest, height / (km * 1000));
      }
      horizon[direction] = (float) Math.toDegrees(Math.atan(steepest));
    }
    return horizon;
  }

  static double horizon(float[] profile, double azimuthDeg) {
    return profile[(int) Math.round(azimuthDeg) % DIRECTIONS];
  }
}
