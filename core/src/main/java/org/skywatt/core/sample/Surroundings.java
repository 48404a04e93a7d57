package org.skywatt.core.sample;

/**
 * The points around a site at which a satellite image is sampled: {@link #RINGS} distances by
 * {@link #DIRECTIONS} directions, index {@code ring * DIRECTIONS + direction}.
 */
public final class Surroundings {
  /** Number of distances; ring r is at {@code (r + 1) * RING_KM}. */
  public static final int RINGS = 6;

  /** Number of directions; direction d is {@code d * 360 / DIRECTIONS} degrees from north. */
  public static final int DIRECTIONS = 12;

  /** Distance between rings, km. */
  public static final double RING_KM = 20;

  public static final int COUNT = RINGS * DIRECTIONS;

  private Surroundings() {}

  /** Distance from the site of the point of index {@code index}, km. */
  public static double distanceKm(int index) {
    return (index / DIRECTIONS + 1) * RING_KM;
  }

  /** Direction from the site to the point of index {@code index}, degrees clockwise from north. */
  public static double bearingDeg(int index) {
    return (index % DIRECTIONS) * 360.0 / DIRECTIONS;
  }
}
