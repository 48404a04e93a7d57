package org.skywatt.serving.availability;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.core.site.SiteId;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.change.ChangeLog;

/** The table {@code availability}. */
@ApplicationScoped
class LimitTable {
  private final ChangeLog changes;
  private final Clock clock;

  LimitTable(ChangeLog changes, Clock clock) {
    this.clock = clock;
    this.changes = changes;
  }

  List<LimitJson> list(Connection connection, SiteId site) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT * FROM availability WHERE site_id = ? AND removed_at IS NULL"
                + " ORDER BY starts_at, id")) {
      select.setString(1, site.value());
      try (ResultSet row = select.executeQuery()) {
        List<LimitJson> limits = new ArrayList<>();
        while (row.next()) {
          Timestamp end = row.getTimestamp("ends_at");
          limits.add(
              new LimitJson(
                  row.getLong("id"),
                  row.getString("kind"),
                  row.getTimestamp("starts_at").toInstant(),
                  end == null ? null : end.toInstant(),
                  row.getDouble("limit_kw"),
                  row.getString("note")));
        }
        return limits;
      }
    }
  }

  /** How many limits of the site stand. */
  int count(Connection connection, SiteId site) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT count(*) FROM availability WHERE site_id = ? AND removed_at IS NULL")) {
      select.setString(1, site.value());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  /** The id of the new row. */
  long insert(Connection connection, SiteId site, LimitJson limit, Caller caller)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO availability (site_id, kind, starts_at, ends_at, limit_kw, note, entered_at)
            VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id
            """)) {
      insert.setString(1, site.value());
      insert.setString(2, limit.kind());
      insert.setTimestamp(3, Timestamp.from(limit.start()));
      insert.setTimestamp(4, limit.end() == null ? null : Timestamp.from(limit.end()));
      insert.setDouble(5, limit.limitKw());
      insert.setString(6, limit.note());
      insert.setTimestamp(7, Timestamp.from(clock.instant()));
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        changes.append(connection, caller.organisationId(), "availability-changed", site.value());
        return row.getLong(1);
      }
    }
  }

  /** False if the site has no such row. */
  boolean delete(Connection connection, SiteId site, long id, Caller caller) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "UPDATE availability SET removed_at = ?"
                + " WHERE site_id = ? AND id = ? AND removed_at IS NULL")) {
      delete.setTimestamp(1, Timestamp.from(clock.instant()));
      delete.setString(2, site.value());
      delete.setLong(3, id);
      if (delete.executeUpdate() == 0) {
        return false;
      }
    }
    changes.append(connection, caller.organisationId(), "availability-changed", site.value());
    return true;
  }
}
