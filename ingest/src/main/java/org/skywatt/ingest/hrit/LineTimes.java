package org.skywatt.ingest.hrit;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/** When the rows of a joined image were scanned. */
final class LineTimes {
  private static final long UNKNOWN = Long.MIN_VALUE;
  private static final Duration FARTHEST = Duration.ofHours(1);

  /** A full scan's time for a line of the earth's 3712, or of HRV's three times as many. */
  private static final double FULL_SCAN_MILLIS = 12.15 * 60_000;

  private LineTimes() {}

  /**
   * Times by row: from line records where they have one within an hour of the slot; even between
   * these; beyond them at their pace, or at that of a full scan where only one is known.
   */
  static long[] of(Map<Integer, HritHeader> segments, HritHeader any, int rows) {
    long[] millis = new long[rows];
    Arrays.fill(millis, UNKNOWN);
    int lines = any.lines();
    for (HritHeader segment : segments.values()) {
      int first = (segment.segment() - segment.firstSegment()) * lines;
      for (int line = 0; line < lines; line++) {
        Instant time = segment.scanTime(line);
        if (Duration.between(any.slot(), time).abs().compareTo(FARTHEST) < 0) {
          millis[first + line] = time.toEpochMilli();
        }
      }
    }
    fill(millis, any.slot().toEpochMilli(), FULL_SCAN_MILLIS / wholeEarth(any));
    return millis;
  }

  private static int wholeEarth(HritHeader any) {
    return any.channelName().equals("HRV") ? 3 * 3712 : 3712;
  }

  private static void fill(long[] millis, long slot, double pace) {
    int first = 0;
    while (first < millis.length && millis[first] == UNKNOWN) {
      first++;
    }
    if (first == millis.length) {
      for (int row = 0; row < millis.length; row++) {
        millis[row] = slot + Math.round(row * pace);
      }
      return;
    }
    int known = first;
    for (int row = first + 1; row < millis.length; row++) {
      if (millis[row] != UNKNOWN) {
        for (int between = known + 1; between < row; between++) {
          double part = (between - known) / (double) (row - known);
          millis[between] = millis[known] + Math.round(part * (millis[row] - millis[known]));
        }
        known = row;
      }
    }
    double own = known > first ? (millis[known] - millis[first]) / (double) (known - first) : pace;
    for (int row = first - 1; row >= 0; row--) {
      millis[row] = millis[first] - Math.round((first - row) * own);
    }
    for (int row = known + 1; row < millis.length; row++) {
      millis[row] = millis[known] + Math.round((row - known) * own);
    }
  }
}
