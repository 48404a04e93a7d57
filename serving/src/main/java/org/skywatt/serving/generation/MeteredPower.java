package org.skywatt.serving.generation;

import java.util.List;

/** Power of a site as it was metered and posted. Times are seconds since 1970. */
public final class MeteredPower {
  private static final long LONGEST_READING = 86_400;
  private static final long STALE = 7_200;

  private final long[] start;
  private final long[] end;
  private final double[] kw;

  /**
   * @param readings ascending by end, none longer than a day
   */
  MeteredPower(List<ReadingJson> readings) {
    start = readings.stream().mapToLong(each -> each.start().getEpochSecond()).toArray();
    end = readings.stream().mapToLong(each -> each.end().getEpochSecond()).toArray();
    kw = readings.stream().mapToDouble(ReadingJson::powerKw).toArray();
  }

  /** Mean power over (from, to], kW; NaN unless readings cover all of it, and nothing twice. */
  public double mean(long from, long to) {
    double energy = 0;
    long reached = from;
    for (int i = firstEndingAfter(from); i < end.length && end[i] - LONGEST_READING < to; i++) {
      if (start[i] >= to) {
        continue;
      }
      if (Math.max(start[i], from) != reached) {
        return Double.NaN;
      }
      long until = Math.min(end[i], to);
      energy += (until - reached) * kw[i];
      reached = until;
    }
    return reached == to ? energy / (to - from) : Double.NaN;
  }

  /** Power of the last reading that had ended by a time, kW; NaN if there is none in two hours. */
  public double last(long time) {
    int i = firstEndingAfter(time) - 1;
    return i >= 0 && time - end[i] <= STALE ? kw[i] : Double.NaN;
  }

  private int firstEndingAfter(long time) {
    int low = 0;
    int high = end.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (end[middle] > time) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
