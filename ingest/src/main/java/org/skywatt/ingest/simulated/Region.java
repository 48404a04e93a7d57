package org.skywatt.ingest.simulated;

import java.time.Instant;
import org.skywatt.core.grid.LatLonGrid;

/**
 * Where the world is: a fictional island at 28 to 30.5° N, 1° W to 1.5° E; flat kilometres on it.
 */
final class Region {
  static final double SOUTH = 28.0;
  static final double NORTH = 30.5;
  static final double WEST = -1.0;
  static final double EAST = 1.5;

  /** Grid of the weather model: 0.1°. */
  static final LatLonGrid NWP_GRID = new LatLonGrid(NORTH, -0.1, 26, WEST, 0.1, 26);

  /** Grid of the satellite: 0.05°, reaching 1.25° beyond the island to see clouds come. */
  static final LatLonGrid SATELLITE_GRID =
      new LatLonGrid(NORTH + 1.25, -0.05, 101, WEST - 1.25, 0.05, 101);

  /** Grid of the elevation model: 0.005°, reaching beyond the island for its horizons. */
  static final LatLonGrid TERRAIN_GRID =
      new LatLonGrid(NORTH + 0.5, -0.005, 701, WEST - 0.5, 0.005, 701);

  private static final double KM_A_DEGREE = 111.2;
  private static final double MIDDLE_LATITUDE = (SOUTH + NORTH) / 2;
  private static final double MIDDLE_LONGITUDE = (WEST + EAST) / 2;
  private static final double SHRINK = Math.cos(Math.toRadians(MIDDLE_LATITUDE));
  private static final Instant ORIGIN = Instant.parse("2020-01-01T00:00:00Z");

  private Region() {}

  /** Kilometres east of the middle. */
  static double x(double longitude) {
    return (longitude - MIDDLE_LONGITUDE) * KM_A_DEGREE * SHRINK;
  }

  /** Kilometres north of the middle. */
  static double y(double latitude) {
    return (latitude - MIDDLE_LATITUDE) * KM_A_DEGREE;
  }

  /** Hours since 2020. */
  static double hours(Instant time) {
    return (time.getEpochSecond() - ORIGIN.getEpochSecond()) / 3600.0;
  }
}
