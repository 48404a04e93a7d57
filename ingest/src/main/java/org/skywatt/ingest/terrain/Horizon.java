package org.skywatt.ingest.terrain;

import org.skywatt.core.sample.TerrainSample;

/**
 * The horizon of a site: in each direction the steepest line of sight to the ground within 50 km,
 * over a curved earth whose curvature refraction lessens by 13% (the surveyors' coefficient).
 */
final class Horizon {
  static final double FARTHEST_M = 50_000;
  private static final double EARTH_RADIUS_M = 6_371_000;
  private static final double REFRACTION = 0.13;
  private static final double SHORTEST_STEP_M = 5;

  private Horizon() {}

  /**
   * Elevation angle of the horizon along a ray, degrees, at least 0; beyond the raster is level.
   * The ground is looked at every half pixel, but in blocks that are too low to be seen.
   *
   * @param elevationM of the site
   * @param pixelM distance between points of the raster, m
   */
  static float along(
      Ray ray, ElevationModel model, Summits summits, double elevationM, double pixelM) {
    double step = Math.max(pixelM / 2, SHORTEST_STEP_M);
    int lastColumn = model.lattice().columns() - 1;
    int lastRow = model.lattice().rows() - 1;
    double steepest = 0;
    int number = 1;
    while (number * step <= FARTHEST_M) {
      double distance = number * step;
      double column = ray.column(distance);
      double row = ray.row(distance);
      if (!(column >= 0 && row >= 0 && column <= lastColumn && row <= lastRow)) {
        break;
      }
      double hidden = elevationM + drop(distance) + steepest * distance;
      if (model.highest() <= hidden) {
        break; // nothing on the raster is high enough from here on
      }
      if (summits.highestAround((int) column, (int) row) <= hidden) {
        number =
            Math.max(
                number + 1,
                (int) Math.ceil((distance + ray.metresWithin(Blocks.SIDE, distance)) / step));
        continue;
      }
      double ground = model.at(column, row);
      if (ground > hidden) {
        steepest = (ground - elevationM - drop(distance)) / distance;
      }
      number++;
    }
    return (float) Math.toDegrees(Math.atan(steepest));
  }

  /** How far a straight line of sight rises over the curved earth, m. */
  private static double drop(double distance) {
    return distance * distance * (1 - REFRACTION) / (2 * EARTH_RADIUS_M);
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

  /** Azimuth of a direction of the profile, degrees clockwise from north. */
  static double azimuthDeg(int direction) {
    return direction * 360.0 / TerrainSample.HORIZON_DIRECTIONS;
  }
}
