package org.skywatt.features.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.skywatt.core.sample.CapacityChange;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.sample.SatelliteSample;
import org.skywatt.core.site.Neighbours;
import org.skywatt.core.site.Site;
import org.skywatt.core.time.AsOf;
import org.skywatt.features.physical.PhysicalPower;
import org.skywatt.features.view.KnownTerrain;
import org.skywatt.features.view.SiteHistory;

/** Puts histories together from rows, the same way whoever read them. */
final class SiteParts {
  private SiteParts() {}

  /** A version of a site, and since when and in which order it is known. */
  private record KnownSite(Site site, Instant availableAt, Instant ingestedAt) {
    static KnownSite of(Columns row) {
      return new KnownSite(
          RowSamples.site(row),
          (Instant) row.get("available_at"),
          (Instant) row.get("ingested_at"));
    }
  }

  /** Of all rows of the sites table the sites as known at {@code asOf}, sorted by id. */
  static List<Site> sites(List<Columns> rows, long asOf) {
    List<KnownSite> all = rows.stream().map(KnownSite::of).toList();
    AsOf<String, KnownSite> known =
        AsOf.index(
            all,
            each -> each.site.id().value(),
            each -> AsOf.micros(each.availableAt),
            Comparator.comparing(KnownSite::ingestedAt));
    return all.stream()
        .map(each -> each.site.id().value())
        .distinct()
        .sorted()
        .flatMap(id -> known.find(id, asOf).stream())
        .map(KnownSite::site)
        .toList();
  }

  static KnownTerrain terrain(Columns row) {
    return new KnownTerrain(
        (String) row.get("source"), (Instant) row.get("available_at"), RowSamples.terrain(row));
  }

  /** By site, the sites that need its NWP: itself, and those that it is a neighbour of. */
  static Map<String, List<String>> askers(Set<String> sites, Map<String, List<String>> neighbours) {
    Map<String, Set<String>> askers = new TreeMap<>();
    for (String id : sites) {
      askers.computeIfAbsent(id, unused -> new TreeSet<>()).add(id);
      for (String neighbour : neighbours.getOrDefault(id, List.of())) {
        if (neighbour.equals(Neighbours.NONE)) {
          continue;
        }
        askers.computeIfAbsent(neighbour, unused -> new TreeSet<>()).add(id);
      }
    }
    Map<String, List<String>> lists = new TreeMap<>();
    askers.forEach((id, asking) -> lists.put(id, new ArrayList<>(asking)));
    return lists;
  }

  /**
   * A site's history.
   *
   * @param nwp of the site and of its neighbours
   */
  static SiteHistory history(
      Site site,
      List<String> neighbours,
      Iterable<NwpSample> nwp,
      List<GenerationSample> generation,
      List<SatelliteSample> satellite,
      List<KnownTerrain> terrain,
      List<CapacityChange> changes) {
    String id = site.id().value();
    List<NwpSample> own = new ArrayList<>();
    List<List<NwpSample>> around = new ArrayList<>();
    neighbours.forEach(neighbour -> around.add(new ArrayList<>()));
    for (NwpSample sample : nwp) {
      if (sample.siteId().equals(id)) {
        own.add(sample);
      }
      int index = neighbours.indexOf(sample.siteId());
      if (index >= 0) {
        around.get(index).add(sample);
      }
    }
    return new SiteHistory(
        site, own, around, generation, satellite, terrain, changes, PhysicalPower::of);
  }
}
