package org.skywatt.features.view;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.skywatt.core.solar.IntervalSun;
import org.skywatt.core.time.Interval;

/**
 * The sun over intervals as seen from the earth's centre, which is the same for all sites: so many
 * as a year has hours, about, are kept for the next site, in about 10 MB. Safe for threads.
 */
final class SharedSuns {
  private static final int SLOTS = 1 << 13;

  private record Known(Interval interval, IntervalSun sun) {}

  private static final AtomicReferenceArray<Known> SUNS = new AtomicReferenceArray<>(SLOTS);

  private SharedSuns() {}

  static IntervalSun over(Interval interval) {
    int slot = slot(interval);
    Known known = SUNS.get(slot);
    if (known == null || !known.interval.equals(interval)) {
      known = new Known(interval, IntervalSun.over(interval));
      SUNS.set(slot, known);
    }
    return known.sun;
  }

  /** Steps of one length that follow each other never share one. */
  private static int slot(Interval interval) {
    long end = interval.end().getEpochSecond();
    long seconds = Math.max(1, end - interval.start().getEpochSecond());
    return Math.floorMod(end / seconds, SLOTS);
  }
}
