package org.skywatt.serving.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.skywatt.core.site.Location;
import org.skywatt.serving.change.ChangeLog;
import org.skywatt.serving.change.ChangeWatcher;

/** Where all sites are, held in memory and read anew after one changed. */
@ApplicationScoped
public class SiteIndex {
  private final ChangeLog changes;
  private volatile Map<String, Place> places = Map.of();
  private volatile long version = -1;

  SiteIndex(ChangeLog changes) {
    this.changes = changes;
  }

  void reload(@Observes ChangeWatcher.Reload event) {
    try {
      long newest = changes.newest(event.connection(), "^site");
      if (newest != version) {
        read(event);
        // After the places: who sees this version sees them too.
        version = newest;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("sites cannot be read: " + e.getMessage(), e);
    }
  }

  private void read(ChangeWatcher.Reload event) throws SQLException {
    Map<String, Place> found = new TreeMap<>();
    try (PreparedStatement select =
            event
                .connection()
                .prepareStatement(
                    """
                    SELECT site.id, organisation.name, technology, latitude, longitude, elevation_m
                    FROM site JOIN organisation ON organisation.id = site.organisation_id
                    """);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        found.put(
            row.getString(1),
            new Place(
                row.getString(1),
                row.getString(2),
                row.getString(3).equals("wind"),
                new Location(row.getDouble(4), row.getDouble(5), row.getDouble(6))));
      }
    }
    places = found;
  }

  /** The place of a site, if it is registered. */
  public Optional<Place> find(String siteId) {
    return Optional.ofNullable(places.get(siteId));
  }

  /** All places, ascending by id of site. */
  public Collection<Place> all() {
    return places.values();
  }

  /** Changes whenever a site does. */
  public long version() {
    return version;
  }
}
