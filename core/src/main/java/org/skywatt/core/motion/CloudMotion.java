package org.skywatt.core.motion;

import java.util.ArrayList;
import java.util.List;

/** The motion of the newest of a few images, where nothing is to be learned from those before. */
public final class CloudMotion {
  private static final int MOST = 4;

  private CloudMotion() {}

  /**
   * The motion of the newest image, of the last three pairs together.
   *
   * @param images of one shape at equal steps, the newest last, in any unit; NaN where missing; two
   *     or more
   * @throws IllegalArgumentException where there are fewer than two, or of different shapes
   */
  public static Motion of(List<Plane> images, RowWorkers workers) {
    return of(images, OpticalFlow.Effort.FULL, workers);
  }

  /**
   * The same at every second pixel and with fewer iterations: about eight times as fast, for images
   * of which only some places matter.
   */
  public static Motion coarse(List<Plane> images, RowWorkers workers) {
    return of(images, OpticalFlow.Effort.LITTLE, workers);
  }

  private static Motion of(List<Plane> images, OpticalFlow.Effort effort, RowWorkers workers) {
    if (images.size() < 2) {
      throw new IllegalArgumentException("motion needs two images");
    }
    List<Plane> latest = images.subList(Math.max(0, images.size() - MOST), images.size());
    List<Pyramid> pyramids = new ArrayList<>();
    for (Plane image : latest) {
      if (!image.sameShape(latest.get(0))) {
        throw new IllegalArgumentException("motion needs images of one shape");
      }
      pyramids.add(new Pyramid(Gaps.fill(image, workers), workers));
    }
    List<OpticalFlow.Pair> pairs = new ArrayList<>();
    for (int i = 1; i < pyramids.size(); i++) {
      pairs.add(new OpticalFlow.Pair(pyramids.get(i - 1), pyramids.get(i)));
    }
    return OpticalFlow.estimate(pairs, effort, workers);
  }
}
