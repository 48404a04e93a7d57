package org.skywatt.serving.group;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.skywatt.serving.site.Area;
import org.skywatt.serving.site.Place;
import org.skywatt.serving.site.SiteIndex;

/**
 * A portfolio or region.
 *
 * @param everyOrganisation whether its owner sees the sites of all organisations
 * @param siteIds of a portfolio; else null
 * @param area of a region; else null
 */
record Group(
    GroupKind kind, GroupJson told, boolean everyOrganisation, Set<String> siteIds, Area area) {

  static Group of(GroupKind kind, GroupJson told, boolean everyOrganisation) {
    return new Group(
        kind,
        told,
        everyOrganisation,
        told.siteIds() == null ? null : new TreeSet<>(told.siteIds()),
        told.geometry() == null ? null : Area.ofGeoJson(told.geometry()));
  }

  /** The sites of its owner that belong to it now, ascending by id. */
  Set<String> members(SiteIndex index) {
    Set<String> members = new TreeSet<>();
    Collection<Place> places =
        siteIds == null
            ? index.all()
            : siteIds.stream().flatMap(each -> index.find(each).stream()).toList();
    for (Place place : places) {
      if ((everyOrganisation || place.organisation().equals(told.organisation()))
          && (told.technology() == null || told.technology().equals("wind") == place.wind())
          && (area == null
              || area.contains(place.location().longitude(), place.location().latitude()))) {
        members.add(place.siteId());
      }
    }
    return members;
  }
}
