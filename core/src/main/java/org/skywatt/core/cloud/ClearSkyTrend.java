package org.skywatt.core.cloud;

import java.time.Duration;
import java.util.List;

/** How fast it clears up or clouds over. */
final class ClearSkyTrend {
  private static final int FEWEST = 3;
  private static final double LONGEST_HOURS = 65.0 / 60;
  private static final double MILLIS_AN_HOUR = 3_600_000;

  /** Least variance of the times, h²: three images within some minutes tell noise. */
  private static final double LEAST_VARIANCE = 0.005;

  private ClearSkyTrend() {}

  /**
   * Slope of the clear-sky index over the images of the last hour, by least squares, 1/h; NaN with
   * fewer than three.
   */
  static float perHour(List<FrameCheck.Timed> frames, float row, float column) {
    FrameCheck.Timed newest = frames.get(frames.size() - 1);
    int count = 0;
    double t = 0;
    double k = 0;
    double tt = 0;
    double tk = 0;
    for (FrameCheck.Timed frame : frames) {
      double back = Duration.between(frame.time(), newest.time()).toMillis() / MILLIS_AN_HOUR;
      double index = back > LONGEST_HOURS ? Double.NaN : around(frame, row, column);
      if (!Double.isNaN(index)) {
        count++;
        t -= back;
        k += index;
        tt += back * back;
        tk -= back * index;
      }
    }
    double variance = tt / count - t / count * t / count;
    boolean enough = count >= FEWEST && variance > LEAST_VARIANCE;
    return enough ? (float) ((tk / count - t / count * k / count) / variance) : Float.NaN;
  }

  /** Mean clear-sky index of the 3 × 3 pixels around a place; NaN where none is known. */
  private static double around(FrameCheck.Timed frame, float row, float column) {
    int count = 0;
    double sum = 0;
    for (int r = Math.round(row) - 1; r <= Math.round(row) + 1; r++) {
      for (int c = Math.round(column) - 1; c <= Math.round(column) + 1; c++) {
        if (r >= 0 && r < frame.frame().rows() && c >= 0 && c < frame.frame().columns()) {
          double index = ClearSkyIndex.ofCloudIndex(frame.frame().at(r, c));
          if (!Double.isNaN(index)) {
            sum += index;
            count++;
          }
        }
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }
}
