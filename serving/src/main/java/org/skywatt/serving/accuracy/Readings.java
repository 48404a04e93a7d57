package org.skywatt.serving.accuracy;

import java.util.List;
import org.skywatt.serving.generation.ReadingJson;

/** Metered power by time. */
final class Readings {
  private final long[] start;
  private final long[] end;
  private final double[] kw;

  /**
   * @param readings ascending by end
   */
  Readings(List<ReadingJson> readings) {
    start = readings.stream().mapToLong(each -> each.start().getEpochSecond()).toArray();
    end = readings.stream().mapToLong(each -> each.end().getEpochSecond()).toArray();
    kw = readings.stream().mapToDouble(ReadingJson::powerKw).toArray();
  }

  /** Mean power over (from, to], kW; NaN unless readings cover all of it once. */
  double mean(long from, long to) {
    double energy = 0;
    long covered = 0;
    for (int i = firstEndingAfter(from); i < end.length && covered < to - from; i++) {
      long overlap = Math.min(end[i], to) - Math.max(start[i], from);
      if (overlap > 0) {
        energy += overlap * kw[i];
        covered += overlap;
      }
    }
    return covered == to - from ? energy / covered : Double.NaN;
  }

  /** Power of the last reading that had ended by a time, kW; NaN if there is none in two hours. */
  double last(long time) {
    int i = firstEndingAfter(time) - 1;
    return i >= 0 && time - end[i] <= 7200 ? kw[i] : Double.NaN;
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
