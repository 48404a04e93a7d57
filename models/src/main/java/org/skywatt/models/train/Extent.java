package org.skywatt.models.train;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What rows reach over.
 *
 * @param rows how many
 * @param first end of the first step
 * @param last end of the last step
 * @param sites ids
 */
public record Extent(long rows, Instant first, Instant last, Set<String> sites)
    implements Serializable {
  public static Extent of(List<TrainingRow> rows) {
    Set<String> sites = new TreeSet<>();
    Instant first = Instant.MAX;
    Instant last = Instant.MIN;
    for (TrainingRow row : rows) {
      sites.add(row.siteId());
      first = row.validTime().isBefore(first) ? row.validTime() : first;
      last = row.validTime().isAfter(last) ? row.validTime() : last;
    }
    return new Extent(rows.size(), first, last, sites);
  }

  /** Of both together. */
  public Extent plus(Extent other) {
    Set<String> all = new TreeSet<>(sites);
    all.addAll(other.sites);
    return new Extent(
        rows + other.rows,
        first.isBefore(other.first) ? first : other.first,
        last.isAfter(other.last) ? last : other.last,
        all);
  }
}
