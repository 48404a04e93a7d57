package org.skywatt.features.quality;

/**
 * Mean AC power of one plant, row by row in time order; gaps are allowed.
 *
 * @param startSeconds start of each row's interval, seconds since 1970-01-01T00:00Z, strictly
 *     increasing
 * @param power mean over the interval in the file's unit; NaN where missing
 * @param stepSeconds length of every interval
 */
public record PowerSeries(long[] startSeconds, double[] power, long stepSeconds) {
  private static final double SECONDS_AN_HOUR = 3600;

  public PowerSeries {
    if (startSeconds.length != power.length || stepSeconds <= 0) {
      throw new IllegalArgumentException("a series needs one power a time and a positive step");
    }
    for (int i = 1; i < startSeconds.length; i++) {
      if (startSeconds[i] <= startSeconds[i - 1]) {
        throw new IllegalArgumentException("row " + i + " does not come after the one before");
      }
    }
  }

  public int size() {
    return power.length;
  }

  /** Rows that make {@code hours}, at least one. */
  int rows(double hours) {
    return (int) Math.max(1, Math.round(hours * SECONDS_AN_HOUR / stepSeconds));
  }

  /** Whether row {@code i} follows the row before it without a gap. */
  boolean follows(int i) {
    return i > 0 && startSeconds[i] - startSeconds[i - 1] == stepSeconds;
  }

  PowerSeries with(double[] other) {
    return new PowerSeries(startSeconds, other, stepSeconds);
  }
}
