package org.skywatt.core.motion;

import java.util.List;

/**
 * Dense motion from coarse to fine (Lucas and Kanade 1981 in a window, made dense by the smoothness
 * of Horn and Schunck, robust by Charbonnier's penalty), of several pairs of images at once: clouds
 * change, but the wind stays.
 */
final class OpticalFlow {
  /** Two images, one step apart. */
  record Pair(Pyramid before, Pyramid after) {}

  /**
   * How much work is done.
   *
   * @param finest scale at which motion is sought: 0 every pixel, 1 every second one
   * @param warps times that images are carried along at the fine scales, and at the coarse ones
   * @param sweeps of the smoother after each
   */
  record Effort(int finest, int warps, int coarseWarps, int sweeps) {
    static final Effort FULL = new Effort(0, 2, 5, 12);
    static final Effort LITTLE = new Effort(1, 2, 3, 6);
  }

  private static final int COARSE = 2;
  private static final double WINDOW = 2;
  private static final float SMOOTHNESS = 1;

  /** Differences above this part of the image's standard deviation count less. */
  private static final float NOISE = 0.06f;

  private static final float LEAST_NOISE = 1e-6f;

  private OpticalFlow() {}

  /**
   * The motion of all pairs together.
   *
   * @param pairs of one shape, the newest last; at least one
   */
  static Motion estimate(List<Pair> pairs, Effort effort, RowWorkers workers) {
    Pyramid newest = pairs.get(pairs.size() - 1).after();
    float noise = Math.max(NOISE * Planes.deviation(newest.image()), LEAST_NOISE);
    Flow flow = null;
    for (int level = newest.size() - 1;
        level >= Math.min(effort.finest(), newest.size() - 1);
        level--) {
      Plane shape = newest.level(level);
      flow =
          flow == null
              ? Flow.still(shape.rows(), shape.columns())
              : flow.finer(shape.rows(), shape.columns(), workers);
      int warps = level >= COARSE ? effort.coarseWarps() : effort.warps();
      for (int warp = 0; warp < warps; warp++) {
        DataTerm data = new DataTerm(shape.rows(), shape.columns());
        for (Pair pair : pairs) {
          data.add(pair.before().level(level), pair.after().level(level), flow, noise, workers);
        }
        Smoother.relax(
            flow,
            data.blurred(WINDOW, workers),
            SMOOTHNESS * pairs.size(),
            effort.sweeps(),
            workers);
      }
    }
    for (int level = Math.min(effort.finest(), newest.size() - 1) - 1; level >= 0; level--) {
      Plane shape = newest.level(level);
      flow = flow.finer(shape.rows(), shape.columns(), workers);
    }
    Pyramid before = pairs.get(pairs.size() - 1).before();
    Plane confidence = Confidence.of(before.image(), newest.image(), flow, workers);
    return new Motion(flow.right(), flow.down(), confidence);
  }
}
