package org.skywatt.core.time;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * The as-of join, and the only one: given everything ever recorded, what could be known at an issue
 * time. For each key it answers with the record of the greatest {@code availableAt ≤ issueTime};
 * records that became available later do not exist.
 *
 * <p>Immutable and safe for threads. Records that share key and {@code availableAt} are told apart
 * by {@code tieBreak} (the greater wins), so that the order of the input never matters.
 *
 * @param <K> what is known: a site and valid time, say
 * @param <V> the record
 */
public final class AsOf<K, V> {
  /** All that was ever recorded under one key. */
  public static final class Versions<V> {
    private final long[] availableAt;
    private final List<V> records;

    private Versions(List<V> records, ToLongFunction<V> availableAt) {
      this.availableAt = records.stream().mapToLong(availableAt).toArray();
      this.records = records;
    }

    /** The newest record that could be known at {@code issueTime}, if any. */
    public Optional<V> find(long issueTime) {
      return Optional.ofNullable(orNull(issueTime));
    }

    /** As {@link #find}; null if there is none: for inner loops. */
    public V orNull(long issueTime) {
      int last = last(issueTime);
      return last < 0 ? null : records.get(last);
    }

    private int last(long issueTime) {
      return availableAt.length == 1
          ? (availableAt[0] <= issueTime ? 0 : -1)
          : lastAtOrBefore(availableAt, issueTime);
    }

    /**
     * When what {@link #find} says at {@code issueTime} became known; the least long if nothing.
     */
    public long knownFrom(long issueTime) {
      int last = last(issueTime);
      return last < 0 ? Long.MIN_VALUE : availableAt[last];
    }

    /**
     * When {@link #find} says something else than at {@code issueTime}; the greatest long if never.
     */
    public long knownUntil(long issueTime) {
      int next = last(issueTime) + 1;
      return next == availableAt.length ? Long.MAX_VALUE : availableAt[next];
    }
  }

  private final Map<K, Versions<V>> byKey;
  private final Function<K, Versions<V>> lookup;

  private AsOf(Map<K, Versions<V>> byKey, Function<K, Versions<V>> lookup) {
    this.byKey = byKey;
    this.lookup = lookup;
  }

  /**
   * Indexes {@code records}.
   *
   * @param availableAt when a record could first be known, as {@link #micros} (any one unit that
   *     does not round back will do); the same unit is passed to {@link #find}
   * @param tieBreak total order among records of the same key and {@code availableAt}
   */
  public static <K, V> AsOf<K, V> index(
      Iterable<V> records,
      Function<V, K> key,
      ToLongFunction<V> availableAt,
      Comparator<V> tieBreak) {
    Map<K, List<V>> grouped = new HashMap<>();
    for (V each : records) {
      grouped.computeIfAbsent(key.apply(each), unused -> new ArrayList<>()).add(each);
    }
    Comparator<V> order = Comparator.comparingLong(availableAt).thenComparing(tieBreak);
    Map<K, Versions<V>> byKey = new HashMap<>(grouped.size() * 2);
    grouped.forEach(
        (k, versions) -> {
          versions.sort(order);
          byKey.put(k, new Versions<>(versions, availableAt));
        });
    return new AsOf<>(byKey, byKey::get);
  }

  /** As {@link #index} by instants, which are found faster where they lie on a grid of time. */
  public static <V> AsOf<Instant, V> series(
      Iterable<V> records,
      Function<V, Instant> time,
      ToLongFunction<V> availableAt,
      Comparator<V> tieBreak) {
    Map<Instant, Versions<V>> byTime = index(records, time, availableAt, tieBreak).byKey;
    TimeIndex places = new TimeIndex(byTime.keySet());
    List<Versions<V>> inOrder = new ArrayList<>(places.size());
    for (int i = 0; i < places.size(); i++) {
      inOrder.add(byTime.get(places.at(i)));
    }
    return new AsOf<>(
        byTime,
        instant -> {
          int place = places.of(instant);
          return place < 0 ? null : inOrder.get(place);
        });
  }

  /** Microseconds since 1970: the precision of tables, so that nothing is known too early. */
  public static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  /** The newest record of {@code key} that could be known at {@code issueTime}, if any. */
  public Optional<V> find(K key, long issueTime) {
    Versions<V> versions = lookup.apply(key);
    return versions == null ? Optional.empty() : versions.find(issueTime);
  }

  /** All versions of {@code key}; null if nothing was ever recorded: for inner loops. */
  public Versions<V> versionsOrNull(K key) {
    return lookup.apply(key);
  }

  /** Does {@code action} with each key and its versions, in no particular order. */
  public void forEach(BiConsumer<K, Versions<V>> action) {
    byKey.forEach(action);
  }

  private static int lastAtOrBefore(long[] sorted, long limit) {
    if (limit == Long.MAX_VALUE) {
      return sorted.length - 1;
    }
    int firstAfter = Arrays.binarySearch(sorted, limit + 1);
    if (firstAfter < 0) {
      return -firstAfter - 2;
    }
    while (firstAfter > 0 && sorted[firstAfter - 1] > limit) {
      firstAfter--;
    }
    return firstAfter - 1;
  }
}
