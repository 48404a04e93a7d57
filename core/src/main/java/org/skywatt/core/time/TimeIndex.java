package org.skywatt.core.time;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Places of instants in their order: by arithmetic where they lie on a grid of seconds that is not
 * much larger than they are many, else by hash. Immutable.
 */
public final class TimeIndex {
  private static final long SLOTS_A_TIME = 16;
  private static final long FEW_SLOTS = 1024;

  private final Instant[] times;
  private final long first;
  private final long grain;
  private final int[] places;
  private final Map<Instant, Integer> scattered = new HashMap<>();

  /** Of {@code times} in any order; doubles count once. */
  public TimeIndex(Collection<Instant> times) {
    this.times = times.stream().distinct().sorted().toArray(Instant[]::new);
    first = this.times.length == 0 ? 0 : this.times[0].getEpochSecond();
    grain = grain(this.times);
    places = grain == 0 ? new int[0] : grid();
    if (grain == 0) {
      for (int i = 0; i < this.times.length; i++) {
        scattered.put(this.times[i], i);
      }
    }
  }

  public int size() {
    return times.length;
  }

  /** The instant at {@code place}, 0 for the earliest. */
  public Instant at(int place) {
    return times[place];
  }

  /** Place of {@code time}; −1 if it is none of the instants. */
  public int of(Instant time) {
    if (grain == 0) {
      return scattered.getOrDefault(time, -1);
    }
    long after = time.getEpochSecond() - first;
    if (time.getNano() != 0 || after < 0) {
      return -1;
    }
    long slot = after / grain;
    return slot >= places.length || slot * grain != after ? -1 : places[(int) slot];
  }

  /** Place of the last instant at or before {@code time}; −1 if all are later. */
  public int lastBy(Instant time) {
    if (grain == 0) {
      int found = Arrays.binarySearch(times, time);
      return found >= 0 ? found : -found - 2;
    }
    long slot = Math.min(Math.floorDiv(time.getEpochSecond() - first, grain), places.length - 1);
    while (slot >= 0 && places[(int) slot] < 0) {
      slot--;
    }
    return slot < 0 ? -1 : places[(int) slot];
  }

  private int[] grid() {
    long slots = (times[times.length - 1].getEpochSecond() - first) / grain + 1;
    int[] grid = new int[(int) slots];
    Arrays.fill(grid, -1);
    for (int i = 0; i < times.length; i++) {
      grid[(int) ((times[i].getEpochSecond() - first) / grain)] = i;
    }
    return grid;
  }

  /** Seconds that divide all distances; 0 if the instants are better hashed. */
  private static long grain(Instant[] times) {
    long grain = 0;
    for (Instant time : times) {
      if (time.getNano() != 0) {
        return 0;
      }
      grain = greatestDivisor(grain, time.getEpochSecond() - times[0].getEpochSecond());
    }
    if (times.length == 0) {
      return 0;
    }
    grain = Math.max(1, grain);
    long slots = (times[times.length - 1].getEpochSecond() - times[0].getEpochSecond()) / grain + 1;
    return slots <= FEW_SLOTS + SLOTS_A_TIME * times.length ? grain : 0;
  }

  private static long greatestDivisor(long a, long b) {
    return b == 0 ? a : greatestDivisor(b, a % b);
  }
}
