package org.skywatt.serving.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.skywatt.serving.site.Area;
import org.skywatt.serving.site.Place;
import org.skywatt.serving.site.SiteIndex;

/** A portfolio or region. */
final class Group {
  private final GroupKind kind;
  private final GroupJson told;
  private final boolean everyOrganisation;
  private final Area area;
  // Looking up who lies within a region of many points takes seconds, so it is done once a change.
  private volatile Members members;

  /**
   * The sites of a group.
   *
   * @param version of the index that they were found in
   * @param siteIds those of the owner that belong to it, ascending
   * @param unknown ids that it names and that no site of the owner has
   */
  record Members(long version, Set<String> siteIds, List<String> unknown) {}

  /**
   * @param everyOrganisation whether its owner sees the sites of all organisations
   */
  Group(GroupKind kind, GroupJson told, boolean everyOrganisation) {
    this.kind = kind;
    this.told = told;
    this.everyOrganisation = everyOrganisation;
    this.area = told.geometry() == null ? null : Area.ofGeoJson(told.geometry());
  }

  GroupKind kind() {
    return kind;
  }

  GroupJson told() {
    return told;
  }

  /** The sites that belong to it now. */
  Members members(SiteIndex index) {
    Members known = members;
    long version = index.version();
    if (known == null || known.version() != version) {
      known = find(index, version);
      members = known;
    }
    return known;
  }

  private Members find(SiteIndex index, long version) {
    Set<String> found = new TreeSet<>();
    List<String> unknown = new ArrayList<>();
    for (Place place : told.siteIds() == null ? index.all() : named(index, unknown)) {
      if (owns(place.organisation())
          && (told.technology() == null || told.technology().equals("wind") == place.wind())
          && (area == null
              || area.contains(place.location().longitude(), place.location().latitude()))) {
        found.add(place.siteId());
      }
    }
    return new Members(version, found, unknown);
  }

  private List<Place> named(SiteIndex index, List<String> unknown) {
    List<Place> named = new ArrayList<>();
    for (String each : told.siteIds()) {
      index
          .find(each)
          .filter(place -> owns(place.organisation()))
          .ifPresentOrElse(named::add, () -> unknown.add(each));
    }
    return named;
  }

  /** Whether sites of an organisation are the owner's. */
  boolean owns(String organisation) {
    return everyOrganisation || organisation.equals(told.organisation());
  }
}
