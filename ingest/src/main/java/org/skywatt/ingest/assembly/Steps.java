package org.skywatt.ingest.assembly;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which stretches between times of a run are steps of the model, and which span a step that is
 * missing: a mean over the latter must not stand where one over a step is looked for.
 */
final class Steps {
  /** No source steps further: a longer stretch is what a run's few files leave of it. */
  private static final long LONGEST_SECONDS = 6 * 3600;

  private final TreeSet<Instant> times;
  private final Set<Instant> afterGap = new HashSet<>();

  /**
   * @param times valid times of the run for which there is anything
   */
  Steps(Collection<Instant> times) {
    this.times = new TreeSet<>(times);
    findGaps();
  }

  /**
   * Steps of a run get longer and never shorter (GFS: hourly, then 3-hourly). So where a later step
   * is shorter, or none confirms that steps are longer from here on, a step is missing.
   */
  private void findGaps() {
    long shortestLater = Long.MAX_VALUE;
    Instant after = null;
    for (Instant time : times.descendingSet()) {
      if (after != null) {
        long length = after.getEpochSecond() - time.getEpochSecond();
        Instant before = times.lower(time);
        boolean longerThanBefore =
            before != null && length > time.getEpochSecond() - before.getEpochSecond();
        boolean unconfirmed = longerThanBefore && after.equals(times.last());
        if (length > shortestLater || unconfirmed) {
          afterGap.add(after);
        } else {
          shortestLater = length;
        }
      }
      after = time;
    }
  }

  /** Whether a mean from {@code start} to {@code end} is one over a step of the run. */
  boolean isStep(Instant start, Instant end) {
    return end.getEpochSecond() - start.getEpochSecond() <= LONGEST_SECONDS
        && times.subSet(start.plusNanos(1), end).isEmpty()
        && !(afterGap.contains(end) && start.equals(times.lower(end)));
  }
}
