package org.skywatt.core.cloud;

import java.util.Arrays;
import java.util.List;
import org.skywatt.core.motion.Plane;

/** How bright thick clouds are: the other end of the cloud index. */
public final class CloudReflectance {
  /** The part of all values that lies below that of thick clouds. */
  public static final double PART = 0.95;

  /** Fewer values than this tell nothing. */
  public static final int FEWEST = 1000;

  /** Pixels looked at: a percentile needs no more. */
  private static final int MOST = 1_000_000;

  private CloudReflectance() {}

  /**
   * The reflectance of thick clouds in images: their 95th percentile over all pixels, in the
   * images' unit; NaN where fewer than {@link #FEWEST} values are known. Too low where thick clouds
   * were rare: {@link #effective} asks for no past.
   *
   * @param past unflagged images of the area, of about the last 30 days
   */
  public static double of(List<Plane> past) {
    long pixels = 0;
    for (Plane image : past) {
      pixels += image.values().length;
    }
    int stride = (int) Math.max(1, (pixels + MOST - 1) / MOST);
    float[] values = new float[(int) (pixels / stride) + past.size()];
    int known = 0;
    for (Plane image : past) {
      for (int i = 0; i < image.values().length; i += stride) {
        if (Float.isFinite(image.values()[i])) {
          values[known++] = image.values()[i];
        }
      }
    }
    if (known < FEWEST) {
      return Double.NaN;
    }
    Arrays.sort(values, 0, known);
    return values[(int) (PART * (known - 1))];
  }

  /**
   * The effective reflectance of thick clouds by the sun's height, without unit, 0.65 (overhead) to
   * 0.78; NaN for NaN.
   *
   * <p>Source: Rigollier, Lefèvre and Wald, The method Heliosat-2 for deriving shortwave solar
   * radiation from satellite images, Solar Energy 77, 2004, after Taylor and Stowe 1984.
   *
   * @param sunZenithDeg degrees; below the horizon as at it
   */
  public static double effective(double sunZenithDeg) {
    double cosine = Math.max(0, Math.cos(Math.toRadians(sunZenithDeg)));
    return 0.78 - 0.13 * (1 - Math.exp(-4 * Math.pow(cosine, 5)));
  }
}
