package org.skywatt.core.cloud;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.core.motion.CloudMotion;
import org.skywatt.core.motion.Plane;
import org.skywatt.core.motion.RowWorkers;

/**
 * Which clouds come to sites, out of the last images of cloud index. Places are carried backwards
 * from the sites alone, so it costs little more than the motion. What may come is weighed by a
 * Gaussian around where the motion leads, which widens with the lead, and the more the less the
 * motion is trusted. Pure: the same images give the same numbers.
 */
public final class SiteNowcast {
  /**
   * Size of a pixel, km.
   *
   * @param rowKm from row to row
   * @param columnKm from column to column
   */
  public record PixelSize(double rowKm, double columnKm) {
    public PixelSize {
      if (!(rowKm > 0 && columnKm > 0)) {
        throw new IllegalArgumentException("a pixel of " + rowKm + " × " + columnKm + " km");
      }
    }
  }

  private static final int MOST_PAIRS = 3;

  /** Images that are farther apart show other clouds. */
  private static final Duration LONGEST_GAP = Duration.ofMinutes(65);

  /** Steps count as equal within this part. */
  private static final double UNEVEN = 0.1;

  private static final double SECONDS_A_MINUTE = 60;

  private SiteNowcast() {}

  /**
   * The clouds that come to sites.
   *
   * @param frames images of cloud index of one shape, the newest last; NaN where missing; older
   *     ones than an hour don't matter
   * @param rows of the sites, pixels from the centre of the first, with fractions
   * @param columns of the sites alike
   * @param leadMinutes after the newest image, ascending, 0 or more
   * @return one a site, in their order; all missing for a site outside the image
   * @throws IllegalArgumentException where there is no image, or they are not in order or of one
   *     shape, or the leads don't ascend
   */
  public static List<SiteClouds> of(
      List<FrameCheck.Timed> frames,
      float[] rows,
      float[] columns,
      double[] leadMinutes,
      PixelSize pixel) {
    check(frames, rows, columns, leadMinutes);
    FrameCheck.Timed newest = frames.get(frames.size() - 1);
    List<FrameCheck.Timed> alike = evenlySpaced(frames);
    SitePaths paths = new SitePaths(newest.frame(), rows, columns, pixel);
    if (alike.size() > 1) {
      FrameCheck.Timed before = alike.get(alike.size() - 2);
      double step = Duration.between(before.time(), newest.time()).toMillis() / 60_000.0;
      List<Plane> images = new ArrayList<>();
      for (FrameCheck.Timed each : alike) {
        images.add(each.frame());
      }
      try (RowWorkers workers = new RowWorkers(1)) {
        paths.follow(CloudMotion.coarse(images, workers), step);
      }
    }
    List<SiteClouds> clouds = new ArrayList<>();
    SitePaths.Weighed weighed = paths.weigh(leadMinutes);
    float[] textures = paths.upstreamTextures();
    for (int site = 0; site < rows.length; site++) {
      boolean moves = paths.isFollowed() && !Float.isNaN(paths.variability(site));
      double metres = 1000 / (SECONDS_A_MINUTE * paths.stepMinutes());
      clouds.add(
          new SiteClouds(
              weighed.mean()[site],
              weighed.spread()[site],
              moves ? (float) (paths.right(site) * pixel.columnKm() * metres) : Float.NaN,
              moves ? (float) (paths.down(site) * pixel.rowKm() * metres) : Float.NaN,
              paths.confidence(site),
              ClearSkyTrend.perHour(frames, rows[site], columns[site]),
              paths.variability(site),
              textures[site]));
    }
    return clouds;
  }

  /** The newest images that are one step apart, the newest last, as many as motion needs. */
  private static List<FrameCheck.Timed> evenlySpaced(List<FrameCheck.Timed> frames) {
    int last = frames.size() - 1;
    List<FrameCheck.Timed> alike = new ArrayList<>(List.of(frames.get(last)));
    if (last == 0) {
      return alike;
    }
    Instant time = frames.get(last).time();
    Duration step = Duration.between(frames.get(last - 1).time(), time);
    if (step.compareTo(LONGEST_GAP) > 0) {
      return alike;
    }
    for (int i = last - 1; i >= 0 && alike.size() <= MOST_PAIRS; i--) {
      Duration gap = Duration.between(frames.get(i).time(), time);
      if (Math.abs(gap.toMillis() - step.toMillis()) > UNEVEN * step.toMillis()) {
        break;
      }
      alike.add(0, frames.get(i));
      time = frames.get(i).time();
    }
    return alike;
  }

  private static void check(
      List<FrameCheck.Timed> frames, float[] rows, float[] columns, double[] leadMinutes) {
    if (frames.isEmpty() || rows.length != columns.length) {
      throw new IllegalArgumentException(
          frames.size() + " images, " + rows.length + " rows, " + columns.length + " columns");
    }
    for (int i = 1; i < frames.size(); i++) {
      if (!frames.get(i).time().isAfter(frames.get(i - 1).time())) {
        throw new IllegalArgumentException(
            "the image of " + frames.get(i).time() + " comes after a later one");
      }
      CloudIndex.require(frames.get(i).frame(), frames.get(0).frame());
    }
    for (int i = 0; i < leadMinutes.length; i++) {
      if (!(leadMinutes[i] >= (i == 0 ? 0 : leadMinutes[i - 1]))) {
        throw new IllegalArgumentException("leads must ascend from 0: " + leadMinutes[i]);
      }
    }
  }
}
