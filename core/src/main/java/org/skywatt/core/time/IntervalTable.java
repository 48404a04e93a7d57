package org.skywatt.core.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What was found of intervals. Steps of a regular series, whose ends are whole steps away from
 * 1970, are found by arithmetic, others by hash. Not safe for threads.
 *
 * @param <T> what was found
 */
public final class IntervalTable<T> {
  private static final int MOST_LENGTHS = 8;
  private static final long MOST_SLOTS = 1 << 20;

  /** Steps of one length. */
  private static final class Series {
    private final long seconds;
    private long first;
    private Object[] slots = new Object[0];

    Series(long seconds) {
      this.seconds = seconds;
    }

    Object get(long step) {
      long slot = step - first;
      return slot >= 0 && slot < slots.length ? slots[(int) slot] : null;
    }

    boolean put(long step, Object value) {
      if (slots.length == 0) {
        first = step;
        slots = new Object[64];
      } else if (step < first && !growTo(first + slots.length - step, true)) {
        return false;
      } else if (step - first >= slots.length && !growTo(step - first + 1, false)) {
        return false;
      }
      slots[(int) (step - first)] = value;
      return true;
    }

    /** To at least {@code least} slots; new ones in front or behind. */
    private boolean growTo(long least, boolean front) {
      if (least > MOST_SLOTS) {
        return false;
      }
      int size = (int) Math.max(least, 2L * slots.length);
      Object[] grown = new Object[size];
      int shift = front ? size - slots.length : 0;
      System.arraycopy(slots, 0, grown, shift, slots.length);
      first -= shift;
      slots = grown;
      return true;
    }
  }

  private final List<Series> lengths = new ArrayList<>();
  private final Map<Interval, T> others = new HashMap<>();
  private Series last;

  /** What was put for {@code interval}; null if nothing was. */
  @SuppressWarnings("unchecked")
  public T get(Interval interval) {
    Series series = series(interval);
    Object found = series == null ? null : series.get(step(interval, series));
    return found != null ? (T) found : others.isEmpty() ? null : others.get(interval);
  }

  /** Keeps {@code value}, not null, for {@code interval}. */
  public void put(Interval interval, T value) {
    Series series = series(interval);
    if (series == null || !series.put(step(interval, series), value)) {
      others.put(interval, value);
    }
  }

  /** What is kept, computed the first time. */
  public T computeIfAbsent(Interval interval, Function<Interval, T> compute) {
    T found = get(interval);
    if (found == null) {
      found = compute.apply(interval);
      put(interval, found);
    }
    return found;
  }

  /** The series that {@code interval} is a step of; null if of none. */
  private Series series(Interval interval) {
    Instant start = interval.start();
    Instant end = interval.end();
    long seconds = end.getEpochSecond() - start.getEpochSecond();
    if (seconds <= 0
        || end.getNano() != 0
        || start.getNano() != 0
        || end.getEpochSecond() % seconds != 0) {
      return null;
    }
    return last != null && last.seconds == seconds ? last : ofLength(seconds);
  }

  private static long step(Interval interval, Series series) {
    return interval.end().getEpochSecond() / series.seconds;
  }

  private Series ofLength(long seconds) {
    for (Series series : lengths) {
      if (series.seconds == seconds) {
        last = series;
        return series;
      }
    }
    if (lengths.size() == MOST_LENGTHS) {
      return null;
    }
    Series added = new Series(seconds);
    lengths.add(added);
    last = added;
    return added;
  }
}
