package org.skywatt.ingest.satellite;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** When each row of an image was scanned, to the millisecond. Immutable. */
public final class RowTimes {
  private final long[] epochMillis;

  private RowTimes(long[] epochMillis) {
    this.epochMillis = epochMillis;
  }

  /** Times by row. */
  public static RowTimes of(long[] epochMillis) {
    return new RowTimes(epochMillis.clone());
  }

  /** A scan of even speed: row 0 at one time, the last row at the other, whichever is later. */
  public static RowTimes linear(Instant first, Instant last, int rows) {
    long[] millis = new long[rows];
    double length = Duration.between(first, last).toMillis();
    for (int row = 0; row < rows; row++) {
      double part = rows == 1 ? 0.5 : row / (rows - 1.0);
      millis[row] = first.toEpochMilli() + Math.round(part * length);
    }
    return new RowTimes(millis);
  }

  /** Times of some of the rows. */
  public RowTimes rows(int first, int count) {
    return new RowTimes(Arrays.copyOfRange(epochMillis, first, first + count));
  }

  public Instant at(int row) {
    return Instant.ofEpochMilli(epochMillis[row]);
  }

  public int count() {
    return epochMillis.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RowTimes times && Arrays.equals(epochMillis, times.epochMillis);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(epochMillis);
  }
}
