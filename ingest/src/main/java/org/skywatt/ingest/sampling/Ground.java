package org.skywatt.ingest.sampling;

import java.util.Optional;

/**
 * The ground of a weather model, on one grid.
 *
 * @param orographyM height above sea level by point, m
 * @param landFraction part of a cell that is land by point, 0 to 1
 */
public record Ground(Optional<float[]> orographyM, Optional<float[]> landFraction) {
  public static final Ground UNKNOWN = new Ground(Optional.empty(), Optional.empty());

  public Ground withOrography(float[] heightsM) {
    return new Ground(Optional.of(heightsM), landFraction);
  }

  public Ground withLandFraction(float[] fraction) {
    return new Ground(orographyM, Optional.of(fraction));
  }
}
