package org.skywatt.ingest.sampling;

import java.util.Arrays;

/**
 * The points of a grid around each of many sites, and their weights. Found once for a grid, applied
 * to each of its fields. Sites are held sorted by cell, so that a field is read in its own order.
 * Immutable and safe for threads.
 *
 * <p>A missing (NaN) point makes its sites missing, unless it has no weight; sites outside the grid
 * are missing.
 */
public final class SiteWeights {
  /** Points of a bilinear cell. */
  public static final int CORNERS = 4;

  private final int[] sites;
  private final int[] points;
  private final float[] weights;

  private SiteWeights(int[] sites, int[] points, float[] weights) {
    this.sites = sites;
    this.points = points;
    this.weights = weights;
  }

  /**
   * Weights as {@link CellChoice} chose them.
   *
   * @param points {@link #CORNERS} indexes in the grid a site
   * @param weights one a point, adding up to 1 for a site; NaN for a site that is not on the grid
   */
  static SiteWeights of(int[] points, float[] weights) {
    int count = points.length / CORNERS;
    long[] order = new long[count];
    for (int i = 0; i < count; i++) {
      order[i] = (long) points[CORNERS * i] << Integer.SIZE | i;
    }
    Arrays.sort(order);
    int[] sites = new int[count];
    int[] sortedPoints = new int[points.length];
    float[] sortedWeights = new float[points.length];
    for (int i = 0; i < count; i++) {
      sites[i] = (int) order[i];
      int from = CORNERS * sites[i];
      System.arraycopy(points, from, sortedPoints, CORNERS * i, CORNERS);
      System.arraycopy(weights, from, sortedWeights, CORNERS * i, CORNERS);
      passOverPointsWithoutWeight(sortedPoints, sortedWeights, CORNERS * i);
    }
    return new SiteWeights(sites, sortedPoints, sortedWeights);
  }

  /** A point of weight 0 may be missing, and 0 × NaN is NaN: the heaviest stands in for it. */
  private static void passOverPointsWithoutWeight(int[] points, float[] weights, int at) {
    int heaviest = at;
    for (int i = at + 1; i < at + CORNERS; i++) {
      heaviest = weights[i] > weights[heaviest] ? i : heaviest;
    }
    for (int i = at; i < at + CORNERS; i++) {
      points[i] = weights[i] == 0 ? points[heaviest] : points[i];
    }
  }

  /** Number of sites. */
  public int size() {
    return sites.length;
  }

  /** Whether each site lies on the grid, in the order that they were given in. */
  public boolean[] inside() {
    boolean[] inside = new boolean[sites.length];
    for (int i = 0; i < sites.length; i++) {
      inside[sites[i]] = !Float.isNaN(weights[CORNERS * i]);
    }
    return inside;
  }

  /** The field at the sites, in the order that they were given in; NaN where missing. */
  public float[] sample(float[] field) {
    float[] values = new float[sites.length];
    for (int i = 0, at = 0; i < sites.length; i++, at += CORNERS) {
      values[sites[i]] =
          field[points[at]] * weights[at]
              + field[points[at + 1]] * weights[at + 1]
              + field[points[at + 2]] * weights[at + 2]
              + field[points[at + 3]] * weights[at + 3];
    }
    return values;
  }

  /**
   * The field at the {@link #CORNERS} points around each site, for what must be computed there
   * before it is interpolated. The sum over the points of {@code weight × value} is {@link
   * #sample}.
   */
  public float[] corners(float[] field) {
    float[] values = new float[points.length];
    for (int i = 0; i < sites.length; i++) {
      for (int corner = 0; corner < CORNERS; corner++) {
        int at = CORNERS * i + corner;
        values[CORNERS * sites[i] + corner] =
            Float.isNaN(weights[at]) ? Float.NaN : field[points[at]];
      }
    }
    return values;
  }

  /** Like {@link #corners}, each value times its weight. */
  public float[] weightedCorners(float[] field) {
    float[] values = new float[points.length];
    for (int i = 0; i < sites.length; i++) {
      for (int corner = 0; corner < CORNERS; corner++) {
        int at = CORNERS * i + corner;
        values[CORNERS * sites[i] + corner] = field[points[at]] * weights[at];
      }
    }
    return values;
  }
}
