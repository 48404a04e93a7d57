package org.skywatt.ingest.sampling;

import static org.skywatt.ingest.sampling.SiteWeights.CORNERS;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.skywatt.core.grid.BilinearWeights;
import org.skywatt.core.grid.Grid;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.WindSite;

/** Finds the points of a grid that stand for each site. */
public final class CellChoice {
  /** Difference of height at which a point counts half. */
  private static final double HALF_WEIGHT_M = 100;

  private static final float LAND = 0.5f;

  private final Method method;
  private final Ground ground;

  /**
   * @param ground of the grid, as far as it is known
   */
  public CellChoice(Method method, Ground ground) {
    this.method = method;
    this.ground = ground;
  }

  /** The weights of every site; sites outside the grid get none. */
  public SiteWeights find(Grid grid, List<? extends Site> sites) {
    int[] points = new int[CORNERS * sites.size()];
    float[] weights = new float[CORNERS * sites.size()];
    double[] cell = new double[CORNERS];
    for (int i = 0; i < sites.size(); i++) {
      Site site = sites.get(i);
      Optional<BilinearWeights> found =
          grid.findWeights(site.location().latitude(), site.location().longitude());
      if (found.isEmpty()) {
        Arrays.fill(weights, CORNERS * i, CORNERS * (i + 1), Float.NaN);
        continue;
      }
      bilinear(found.get(), points, CORNERS * i, cell);
      choose(site, points, CORNERS * i, cell);
      for (int corner = 0; corner < CORNERS; corner++) {
        weights[CORNERS * i + corner] = (float) cell[corner];
      }
    }
    return SiteWeights.of(points, weights);
  }

  private static void bilinear(BilinearWeights found, int[] points, int at, double[] cell) {
    points[at] = found.topLeft();
    points[at + 1] = found.topRight();
    points[at + 2] = found.bottomLeft();
    points[at + 3] = found.bottomRight();
    cell[0] = (1 - found.down()) * (1 - found.right());
    cell[1] = (1 - found.down()) * found.right();
    cell[2] = found.down() * (1 - found.rightBelow());
    cell[3] = found.down() * found.rightBelow();
  }

  private void choose(Site site, int[] points, int at, double[] cell) {
    switch (method) {
      case BILINEAR -> {}
      case NEAREST -> keepHeaviest(cell);
      case LAND_SEA ->
          ground.landFraction().ifPresent(land -> keepKind(site, land, points, at, cell));
      case TERRAIN ->
          ground
              .orographyM()
              .ifPresent(
                  heights ->
                      weighByHeight(site.location().elevationM(), heights, points, at, cell));
    }
  }

  private static void keepHeaviest(double[] cell) {
    int heaviest = 0;
    for (int i = 1; i < CORNERS; i++) {
      heaviest = cell[i] > cell[heaviest] ? i : heaviest;
    }
    Arrays.fill(cell, 0);
    cell[heaviest] = 1;
  }

  private static void keepKind(Site site, float[] land, int[] points, int at, double[] cell) {
    double here = 0;
    for (int i = 0; i < CORNERS; i++) {
      here += cell[i] * land[points[at + i]];
    }
    boolean atSea = site instanceof WindSite && here < LAND;
    double[] factors = new double[CORNERS];
    for (int i = 0; i < CORNERS; i++) {
      factors[i] = (land[points[at + i]] < LAND) == atSea ? 1 : 0;
    }
    scale(cell, factors);
  }

  private static void weighByHeight(
      double siteHeightM, float[] heights, int[] points, int at, double[] cell) {
    double[] factors = new double[CORNERS];
    for (int i = 0; i < CORNERS; i++) {
      double difference = (heights[points[at + i]] - siteHeightM) / HALF_WEIGHT_M;
      factors[i] = 1 / (1 + difference * difference);
    }
    scale(cell, factors);
  }

  /** Scales weights, so that they add up to 1 again; leaves them where nothing would be left. */
  private static void scale(double[] cell, double[] factors) {
    double sum = 0;
    for (int i = 0; i < CORNERS; i++) {
      sum += cell[i] * factors[i];
    }
    if (!(sum > 0)) {
      return;
    }
    for (int i = 0; i < CORNERS; i++) {
      cell[i] *= factors[i] / sum;
    }
  }
}
