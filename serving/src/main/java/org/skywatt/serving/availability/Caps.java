package org.skywatt.serving.availability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.skywatt.core.site.SiteId;
import org.skywatt.serving.change.ChangeWatcher;

/** The limits of all sites that have some, held in memory and read anew after a change. */
@ApplicationScoped
public class Caps {
  private volatile Map<String, PowerCap> bySite = Map.of();
  private volatile int version;

  void reload(@Observes ChangeWatcher.Reload event) {
    Map<String, List<PowerCap.Limit>> limits = new HashMap<>();
    try (PreparedStatement select =
            event
                .connection()
                .prepareStatement(
                    "SELECT site_id, starts_at, ends_at, limit_kw, entered_at, removed_at"
                        + " FROM availability ORDER BY id");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        limits
            .computeIfAbsent(row.getString("site_id"), unused -> new ArrayList<>())
            .add(
                new PowerCap.Limit(
                    seconds(row.getTimestamp("starts_at")),
                    seconds(row.getTimestamp("ends_at")),
                    row.getDouble("limit_kw"),
                    secondsAfter(row.getTimestamp("entered_at")),
                    secondsAfter(row.getTimestamp("removed_at"))));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("limits cannot be read: " + e.getMessage(), e);
    }
    Map<String, PowerCap> caps = new HashMap<>();
    limits.forEach((site, each) -> caps.put(site, new PowerCap(each)));
    boolean hadSome = !bySite.isEmpty();
    // Limits before their version: what is kept under a version never has older limits.
    bySite = caps;
    if (hadSome || !limits.isEmpty()) {
      version = limits.hashCode();
    }
  }

  private static long seconds(Timestamp time) {
    return time == null ? Long.MAX_VALUE : time.toInstant().getEpochSecond();
  }

  /** The first whole second at which something was known, so that none is known early. */
  static long secondsAfter(Timestamp time) {
    return time == null || time.getNanos() == 0 ? seconds(time) : seconds(time) + 1;
  }

  /** What the site can give at most. */
  public PowerCap of(String siteId) {
    return bySite.getOrDefault(siteId, PowerCap.NONE);
  }

  /** What those sites can give at most that have limits which count. */
  public Map<String, PowerCap> of(Collection<SiteId> sites, LimitsKnown known) {
    Map<String, PowerCap> now = bySite;
    Map<String, PowerCap> caps = new HashMap<>();
    for (SiteId site : sites) {
      PowerCap cap = now.getOrDefault(site.value(), PowerCap.NONE).as(known);
      if (!cap.isFree()) {
        caps.put(site.value(), cap);
      }
    }
    return caps;
  }

  /** Changes whenever limits do; 0 while there never were any. */
  public int version() {
    return version;
  }
}
