package org.skywatt.core.cloud;

import java.util.List;
import org.skywatt.core.motion.Plane;

/**
 * How the ground looks without clouds: a low percentile of each pixel over the same time of day on
 * the days before, so that sun, view and the ground itself are nearly the same. Not the lowest
 * value, which is a cloud's shadow or a fault.
 *
 * <p>Source: the idea of Cano et al., A method for the determination of the global solar radiation
 * from meteorological satellite data, Solar Energy 37, 1986; a low percentile as in Hammer et al.,
 * Remote Sensing of Environment 86, 2003.
 */
public final class GroundReflectance {
  /** The part of a pixel's values that may be darker than its ground. */
  public static final double PART = 0.1;

  /** Fewer values than this tell nothing: the ground may have been under clouds each time. */
  public static final int FEWEST = 5;

  private GroundReflectance() {}

  /**
   * The ground's reflectance, in the images' unit; NaN where a pixel has fewer than {@link #FEWEST}
   * values.
   *
   * @param past unflagged images of one slot, of about the last 30 days, in any order, from before
   *     the image that is to be judged; one or more
   * @throws IllegalArgumentException where there are none, or of different shapes
   */
  public static Plane of(List<Plane> past) {
    return PixelRanks.fromLowest(past, PART, FEWEST);
  }
}
