package org.skywatt.ingest.simulated;

import org.skywatt.core.grid.LatLonGrid;

/** The island's height above the sea: rough mountains, and two ridges that shade valleys. */
final class SimulatedTerrain {
  private static final double LOWEST_LAND_M = 20;

  private final Fractal mountains;

  SimulatedTerrain(long seed) {
    mountains =
        new Fractal(
            Noise.seed(seed, "terrain"),
            new double[][] {{70, 1, 700}, {28, 1, 400}, {12, 1, 180}, {5, 1, 70}, {2, 1, 25}});
  }

  /** Height above the sea, m; 0 on the sea. */
  double elevationM(double latitude, double longitude) {
    double x = Region.x(longitude);
    double y = Region.y(latitude);
    double shore = 1 - Math.hypot(x / 128, y / 145);
    if (shore <= 0) {
      return 0;
    }
    double inland = Noise.fade(Math.min(shore / 0.25, 1));
    double height = Math.max(LOWEST_LAND_M, inland * (450 + mountains.at(x, y, 0)));
    for (SimulatedSites.Ridge ridge : SimulatedSites.RIDGES) {
      double along = (y - Region.y(ridge.latitude())) / 9;
      double across = (x - Region.x(ridge.longitude())) / 0.9;
      height += ridge.heightM() * Math.exp(-along * along - across * across);
    }
    return height;
  }

  /** Heights on a grid. */
  float[] elevations(LatLonGrid grid) {
    float[] elevations = new float[grid.size()];
    for (int i = 0; i < elevations.length; i++) {
      elevations[i] =
          (float) elevationM(grid.latitude(i / grid.columns()), grid.longitude(i % grid.columns()));
    }
    return elevations;
  }

  /** Height above the mean of points 5 km around, m: wind is stronger on tops. */
  double prominenceM(double latitude, double longitude) {
    double sum = 0;
    for (int i = 0; i < 12; i++) {
      double angle = Math.PI * i / 6;
      sum += elevationM(latitude + 0.045 * Math.cos(angle), longitude + 0.05 * Math.sin(angle));
    }
    return elevationM(latitude, longitude) - sum / 12;
  }
}
