package org.skywatt.core.cloud;

import org.skywatt.core.motion.Plane;

/** Faults of single lines of an image, which clouds do not make. */
final class FrameLines {
  /** Fewer columns than this may hold one value by chance. */
  private static final int FEWEST_COLUMNS = 8;

  /** Part of a row beside that excuses a constant row, if it holds the same value: darkness. */
  private static final double DARK = 0.5;

  /** A stripe stands out to one side in this part of its pixels. */
  private static final double ONE_SIDED = 0.9;

  /** Least height of a stripe, in standard deviations of the image. */
  private static final double LEAST_HEIGHT = 0.05;

  private FrameLines() {}

  /** Whether a row is missing, or is one value that few pixels of the rows around have. */
  static boolean hasDead(Plane frame) {
    if (frame.columns() < FEWEST_COLUMNS) {
      return false;
    }
    float[] constants = new float[frame.rows()];
    boolean[] constant = new boolean[frame.rows()];
    for (int row = 0; row < frame.rows(); row++) {
      constants[row] = constantOf(frame, row);
      constant[row] = !Float.isNaN(constants[row]) || isMissing(frame, row);
    }
    for (int row = 0; row < frame.rows(); row++) {
      if (constant[row] && !isDark(frame, row, constant, constants[row])) {
        return true;
      }
    }
    return false;
  }

  /** The one value that all known pixels of a row have; NaN where they differ or none is known. */
  private static float constantOf(Plane frame, int row) {
    float one = Float.NaN;
    for (int column = 0; column < frame.columns(); column++) {
      float value = frame.at(row, column);
      if (Float.isFinite(value)) {
        if (!Float.isNaN(one) && value != one) {
          return Float.NaN;
        }
        one = value;
      }
    }
    return one;
  }

  private static boolean isMissing(Plane frame, int row) {
    for (int column = 0; column < frame.columns(); column++) {
      if (Float.isFinite(frame.at(row, column))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the nearest row above or below that varies holds mostly the same value. */
  private static boolean isDark(Plane frame, int row, boolean[] constant, float value) {
    int above = row;
    while (above >= 0 && constant[above]) {
      above--;
    }
    int below = row;
    while (below < frame.rows() && constant[below]) {
      below++;
    }
    return (above >= 0 && shareOf(frame, above, value) >= DARK)
        || (below < frame.rows() && shareOf(frame, below, value) >= DARK);
  }

  private static double shareOf(Plane frame, int row, float value) {
    int same = 0;
    for (int column = 0; column < frame.columns(); column++) {
      same += frame.at(row, column) == value ? 1 : 0;
    }
    return (double) same / frame.columns();
  }

  /**
   * Whether a row stands out. The fourth difference across rows is small for clouds, which reach
   * over several rows, and has one sign all along a stripe, single or periodic.
   */
  static boolean hasStripes(Plane frame) {
    double least = LEAST_HEIGHT * deviation(frame);
    for (int row = 2; row < frame.rows() - 2; row++) {
      int up = 0;
      int down = 0;
      int known = 0;
      double sum = 0;
      for (int column = 0; column < frame.columns(); column++) {
        float height =
            (frame.at(row - 2, column)
                    + frame.at(row + 2, column)
                    - 4 * (frame.at(row - 1, column) + frame.at(row + 1, column))
                    + 6 * frame.at(row, column))
                / 6;
        if (Float.isFinite(height)) {
          known++;
          sum += height;
          up += height > 0 ? 1 : 0;
          down += height < 0 ? 1 : 0;
        }
      }
      if (known >= FEWEST_COLUMNS
          && Math.max(up, down) >= ONE_SIDED * known
          && Math.abs(sum) / known > least) {
        return true;
      }
    }
    return false;
  }

  private static double deviation(Plane frame) {
    double sum = 0;
    double squares = 0;
    int known = 0;
    for (float value : frame.values()) {
      if (Float.isFinite(value)) {
        known++;
        sum += value;
        squares += (double) value * value;
      }
    }
    double mean = sum / known;
    return known == 0 ? 0 : Math.sqrt(Math.max(0, squares / known - mean * mean));
  }
}
