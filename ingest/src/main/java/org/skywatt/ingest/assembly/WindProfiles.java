package org.skywatt.ingest.assembly;

import java.util.List;
import java.util.Optional;

/** Wind at one time on several levels, by site. */
record WindProfiles(List<Level> levels) {
  /**
   * Above the highest of several levels the profile is carried on up to this much of its height.
   */
  private static final double HIGHEST = 2;

  /**
   * One level.
   *
   * @param heightsM above ground, by site
   * @param east m/s, by site; NaN where missing
   * @param north the same
   */
  record Level(double[] heightsM, float[] east, float[] north) {}

  /** Components at one site and height, m/s. */
  record Wind(double east, double north) {}

  /** The wind on a level of just this height; one component may be missing. */
  Optional<Wind> findExactly(double heightM, int site) {
    for (Level level : levels) {
      if (level.heightsM[site] == heightM) {
        return Optional.of(new Wind(level.east[site], level.north[site]));
      }
    }
    return Optional.empty();
  }

  /**
   * The wind at any height, out of the levels around it: components are linear in the logarithm of
   * height, which is the profile of neutral air through both (Gasch and Twele, Windkraftanlagen,
   * 6th edition, 2010, p. 129). Above the highest of two levels or more the profile is carried on
   * to twice its height; below the lowest nothing is told.
   */
  Optional<Wind> find(double heightM, int site) {
    Optional<Wind> exact = findExactly(heightM, site);
    if (exact.isPresent()) {
      return exact;
    }
    Level upper = nearest(heightM, site, true);
    if (upper == null) {
      upper = nearest(heightM, site, false);
    }
    Level lower =
        upper == null ? null : nearest(Math.min(heightM, upper.heightsM[site]), site, false);
    if (lower == null || heightM > HIGHEST * upper.heightsM[site]) {
      return Optional.empty();
    }
    double part =
        Math.log(heightM / lower.heightsM[site])
            / Math.log(upper.heightsM[site] / lower.heightsM[site]);
    return Optional.of(
        new Wind(
            lower.east[site] + part * (upper.east[site] - lower.east[site]),
            lower.north[site] + part * (upper.north[site] - lower.north[site])));
  }

  /** The level next above or below a height that has both components; null if there is none. */
  private Level nearest(double heightM, int site, boolean above) {
    Level nearest = null;
    for (Level level : levels) {
      double height = level.heightsM[site];
      boolean onSide = above ? height > heightM : height < heightM && height > 0;
      boolean known = !Float.isNaN(level.east[site] + level.north[site]);
      if (onSide && known && (nearest == null || (height < nearest.heightsM[site]) == above)) {
        nearest = level;
      }
    }
    return nearest;
  }
}
