package org.skywatt.features.view;

import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.skywatt.core.sample.CapacityChange;
import org.skywatt.core.time.AsOf;

/**
 * What a plant can give at most, by date: its stated capacity, changed by what became known of it.
 * Fractions of capacity are of this.
 */
public final class EffectiveCapacity implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double statedKw;
  private final List<CapacityChange> changes;
  private final NavigableSet<Instant> dates = new TreeSet<>();
  private final long[] news;
  private transient AsOf<Instant, CapacityChange> known;

  /**
   * @param statedKw the site's own capacity, kW
   * @param changes every change ever recorded of the site
   */
  public EffectiveCapacity(double statedKw, List<CapacityChange> changes) {
    this.statedKw = statedKw;
    this.changes = List.copyOf(changes);
    for (CapacityChange change : changes) {
      dates.add(change.effectiveFrom());
    }
    news =
        changes.stream()
            .mapToLong(change -> AsOf.micros(change.availableAt()))
            .sorted()
            .distinct()
            .toArray();
  }

  /**
   * Capacity over the interval that ends at {@code end}, kW, as known at {@code issueTime}.
   *
   * @param issueTime as {@link AsOf#micros}
   */
  public double kw(Instant end, long issueTime) {
    Instant date = dates.lower(end);
    while (date != null) {
      Optional<CapacityChange> change = known().find(date, issueTime);
      if (change.isPresent()) {
        return statedKw * change.get().level();
      }
      date = dates.lower(date);
    }
    return statedKw;
  }

  /** When the last change became known of those known at {@code issueTime}; the least if none. */
  long knownFrom(long issueTime) {
    int known = known(issueTime);
    return known == 0 ? Long.MIN_VALUE : news[known - 1];
  }

  /** When the first change becomes known after {@code issueTime}; the greatest long if none. */
  long knownUntil(long issueTime) {
    int known = known(issueTime);
    return known == news.length ? Long.MAX_VALUE : news[known];
  }

  /** How many of the news are known. */
  private int known(long issueTime) {
    if (news.length == 0) {
      return 0;
    }
    int place = Arrays.binarySearch(news, issueTime);
    return place < 0 ? -place - 1 : place + 1;
  }

  private AsOf<Instant, CapacityChange> known() {
    if (known == null) {
      known =
          AsOf.index(
              changes,
              CapacityChange::effectiveFrom,
              change -> AsOf.micros(change.availableAt()),
              CapacityChange.SAME_CHANGE);
    }
    return known;
  }
}
