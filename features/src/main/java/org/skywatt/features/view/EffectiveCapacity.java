package org.skywatt.features.view;

import java.io.Serializable;
import java.time.Instant;
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
  private final NavigableSet<Long> news = new TreeSet<>();
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
      news.add(AsOf.micros(change.availableAt()));
    }
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
    Long last = news.floor(issueTime);
    return last == null ? Long.MIN_VALUE : last;
  }

  /** When the first change becomes known after {@code issueTime}; the greatest long if none. */
  long knownUntil(long issueTime) {
    Long next = news.higher(issueTime);
    return next == null ? Long.MAX_VALUE : next;
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
