package org.skywatt.core.cloud;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.skywatt.core.motion.Plane;

/**
 * Fresh snow, which is bright where the last weeks' ground was dark. Unlike clouds it stays as it
 * is from image to image; and either it shows the same pattern of woods and valleys in each, or it
 * is known to be no colder than the ground. Smooth fog that doesn't move is taken for snow only
 * where infrared says it is as warm as the ground. The limits were set on an hour of the Alps.
 */
public final class SnowGuard {
  /** Index above which a pixel may be snow. */
  static final float LEAST_INDEX = 0.25f;

  /** Largest change over the images that snow shows, reflectance: sun and shadows move. */
  static final float MOST_CHANGE = 0.1f;

  /** The same where no pattern is asked for. */
  static final float MOST_SMOOTH_CHANGE = 0.05f;

  /** Least correlation of the pattern with that of each image before. */
  static final double LEAST_CORRELATION = 0.8;

  /** Least standard deviation among 5 × 5 pixels that is a pattern, reflectance. */
  static final float LEAST_PATTERN = 0.02f;

  /** Snow is colder than the ground usually is by less than this, K. */
  static final float MOST_COLDER_K = 8;

  /** Images that must agree. */
  public static final int FEWEST = 4;

  private static final int REACH = 2;

  private SnowGuard() {}

  /**
   * The pixels that are snow (row × columns + column).
   *
   * @param latest reflectances of about the last hour, the newest last; none is snow where there
   *     are fewer than {@link #FEWEST}
   * @param ground see {@link GroundReflectance}
   * @param cloud see {@link CloudReflectance}
   * @param colderK by how much each pixel is colder than its {@link InfraredCloudIndex#groundK
   *     ground} in the newest image, K; empty where no infrared is at hand
   * @throws IllegalArgumentException where the images' shapes differ
   */
  public static BitSet find(
      List<Plane> latest, Plane ground, double cloud, Optional<Plane> colderK) {
    BitSet snow = new BitSet();
    if (latest.size() < FEWEST) {
      return snow;
    }
    for (Plane each : latest) {
      CloudIndex.require(ground, each);
    }
    colderK.ifPresent(each -> CloudIndex.require(ground, each));
    float[] newest = latest.get(latest.size() - 1).values();
    for (int i = 0; i < ground.values().length; i++) {
      float index = CloudIndex.of(newest[i], ground.values()[i], (float) cloud);
      if (index > LEAST_INDEX) {
        float change = change(latest, i);
        float colder = colderK.isEmpty() ? Float.NaN : colderK.get().values()[i];
        boolean cold = colder >= MOST_COLDER_K;
        boolean warm = colder < MOST_COLDER_K;
        boolean snowy =
            (warm && change <= MOST_SMOOTH_CHANGE)
                || (!cold && change <= MOST_CHANGE && keepsPattern(latest, i));
        snow.set(i, snowy);
      }
    }
    return snow;
  }

  /** The same ground with NaN where snow lies: its index is missing, or infrared's. */
  public static Plane guard(Plane ground, BitSet snow) {
    Plane guarded = new Plane(ground.rows(), ground.columns(), ground.values().clone());
    for (int i = snow.nextSetBit(0); i >= 0 && i < guarded.values().length; ) {
      guarded.values()[i] = Float.NaN;
      i = snow.nextSetBit(i + 1);
    }
    return guarded;
  }

  /** Highest less lowest value; NaN where one is missing. */
  private static float change(List<Plane> images, int pixel) {
    float lowest = Float.POSITIVE_INFINITY;
    float highest = Float.NEGATIVE_INFINITY;
    for (Plane image : images) {
      lowest = Math.min(lowest, image.values()[pixel]);
      highest = Math.max(highest, image.values()[pixel]);
    }
    return highest - lowest;
  }

  private static boolean keepsPattern(List<Plane> images, int pixel) {
    Plane newest = images.get(images.size() - 1);
    for (Plane image : images.subList(0, images.size() - 1)) {
      if (!(correlation(newest, image, pixel) >= LEAST_CORRELATION)) {
        return false;
      }
    }
    return true;
  }

  /** Of 5 × 5 pixels in two images; NaN where the first shows no pattern or a pixel is missing. */
  private static double correlation(Plane one, Plane other, int pixel) {
    int row = pixel / one.columns();
    int column = pixel % one.columns();
    int lastRow = Math.min(one.rows() - 1, row + REACH);
    int lastColumn = Math.min(one.columns() - 1, column + REACH);
    int count = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int r = Math.max(0, row - REACH); r <= lastRow; r++) {
      for (int c = Math.max(0, column - REACH); c <= lastColumn; c++) {
        double a = one.at(r, c);
        double b = other.at(r, c);
        count++;
        x += a;
        y += b;
        xx += a * a;
        xy += a * b;
        yy += b * b;
      }
    }
    double variance = xx / count - x / count * x / count;
    double otherVariance = yy / count - y / count * y / count;
    if (variance < LEAST_PATTERN * LEAST_PATTERN) {
      return Double.NaN;
    }
    return (xy / count - x / count * y / count) / Math.sqrt(variance * otherVariance);
  }
}
