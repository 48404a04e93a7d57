package org.skywatt.core.cloud;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.skywatt.core.motion.Plane;

/**
 * Finds out whether an image can be trusted. For images as they were received (counts or radiances)
 * of an area that lies wholly on the earth's disc: in reflectances the night is missing, and so is
 * space.
 */
public final class FrameCheck {
  /** An image and its time. */
  public record Timed(Plane frame, Instant time) {}

  /** Largest part of an image that may be missing. */
  public static final double MOST_MISSING = 0.05;

  /** Largest part of an image that may be exactly zero. */
  public static final double MOST_ZEROS = 0.1;

  private FrameCheck() {}

  /**
   * What is wrong with an image; empty where nothing is.
   *
   * @param frame in any unit; NaN and infinite where missing
   * @param time of the scan
   * @param now when the image is looked at: no image may be of later
   * @param before the newest image that came before this one, flagged or not
   * @param rows expected
   * @param columns expected
   */
  public static Set<FrameFlag> flags(
      Plane frame, Instant time, Instant now, Optional<Timed> before, int rows, int columns) {
    Set<FrameFlag> flags = EnumSet.noneOf(FrameFlag.class);
    if (time.isAfter(now)) {
      flags.add(FrameFlag.FROM_THE_FUTURE);
    }
    before.ifPresent(earlier -> compare(frame, time, earlier, flags));
    if (frame.rows() != rows || frame.columns() != columns) {
      flags.add(FrameFlag.WRONG_SIZE);
      return flags;
    }
    countPixels(frame, flags);
    if (FrameLines.hasDead(frame)) {
      flags.add(FrameFlag.DEAD_LINES);
    }
    if (FrameLines.hasStripes(frame)) {
      flags.add(FrameFlag.STRIPES);
    }
    return flags;
  }

  private static void compare(Plane frame, Instant time, Timed before, Set<FrameFlag> flags) {
    if (time.isBefore(before.time())) {
      flags.add(FrameFlag.OUT_OF_ORDER);
    }
    if (time.equals(before.time()) || frame.equals(before.frame())) {
      flags.add(FrameFlag.REPEATED);
    }
  }

  private static void countPixels(Plane frame, Set<FrameFlag> flags) {
    int missing = 0;
    int zeros = 0;
    for (float value : frame.values()) {
      missing += Float.isFinite(value) ? 0 : 1;
      zeros += value == 0 ? 1 : 0;
    }
    int pixels = frame.values().length;
    if (missing > MOST_MISSING * pixels) {
      flags.add(FrameFlag.MISSING);
    }
    if (zeros > MOST_ZEROS * pixels) {
      flags.add(FrameFlag.ZEROS);
    }
  }
}
