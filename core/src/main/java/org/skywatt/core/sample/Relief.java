package org.skywatt.core.sample;

import java.io.Serializable;
import java.util.List;

/**
 * The shape of the ground around a site.
 *
 * @param relativeElevationM the site's height above the mean within each of {@link #RADII_M}; NaN
 *     where the elevation model is too coarse for it
 * @param roughnessM standard deviation of heights within each of them; NaN likewise
 * @param exposureM how high the site stands above the ground in {@link #SECTORS} sectors of the
 *     wind from north clockwise, the first around north: the mean along lines of 10 km, in which
 *     near ground counts for more (the mean weighted by one over distance; Lee, Brower and others'
 *     terrain exposure); NaN in a sector without data
 * @param coastM to the nearest sea within 50 km; NaN where there is none
 */
public record Relief(
    double[] relativeElevationM, double[] roughnessM, float[] exposureM, double coastM)
    implements Serializable {
  /** Radii of the neighbourhoods, m. */
  public static final List<Integer> RADII_M = List.of(500, 2000, 10_000);

  /** Number of sectors of the wind. */
  public static final int SECTORS = 12;

  public Relief {
    boolean whole =
        relativeElevationM.length == RADII_M.size()
            && roughnessM.length == RADII_M.size()
            && exposureM.length == SECTORS;
    if (!whole) {
      throw new IllegalArgumentException("a relief needs 3 radii and 12 sectors");
    }
  }
}
