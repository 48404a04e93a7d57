package org.skywatt.core.motion;

import java.util.Arrays;

/**
 * Scores of ensembles against persistence, at the points of a lattice over the image: members are
 * dear, and neighbours tell the same.
 */
public final class EnsembleErrors {
  /**
   * Scores of an ensemble; NaN where nothing was scored.
   *
   * @param points number of points scored, over all issues
   * @param crps fair continuous ranked probability score, in the images' unit: 0 is best
   * @param crpsPersistence the same of persistence, which is its mean absolute error
   * @param coverage80 part of the points between the ensemble's 10% and 90% quantiles
   */
  public record Score(long points, double crps, double crpsPersistence, double coverage80) {}

  private static final int MOST_POINTS = 40_000;

  private long points;
  private double crps;
  private double persistence;
  private long covered;

  /** Adds an issue. Points that are missing in any of the images don't count. */
  void add(LeadEnsemble ensemble, Plane newest, Plane outcome) {
    int rows = outcome.rows();
    int columns = outcome.columns();
    int spacing = Math.max(1, (int) Math.ceil(Math.sqrt((double) rows * columns / MOST_POINTS)));
    float[] members = new float[ensemble.size()];
    for (int row = spacing / 2; row < rows; row += spacing) {
      for (int column = spacing / 2; column < columns; column += spacing) {
        int pixel = row * columns + column;
        float truth = outcome.values()[pixel];
        float still = newest.values()[pixel];
        ensemble.members(pixel, members);
        if (Float.isFinite(truth) && Float.isFinite(still) && Float.isFinite(members[0])) {
          Arrays.sort(members);
          points++;
          crps += EnsembleScore.fairCrps(members, truth);
          persistence += Math.abs(still - truth);
          boolean inside =
              truth >= EnsembleScore.quantile(members, 0.1)
                  && truth <= EnsembleScore.quantile(members, 0.9);
          covered += inside ? 1 : 0;
        }
      }
    }
  }

  Score score() {
    return new Score(points, crps / points, persistence / points, (double) covered / points);
  }
}
