package org.skywatt.serving.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.serving.access.Caller;

/** The change log as a caller may see it: what concerns the organisation, and every run. */
@ApplicationScoped
public class EventTable {
  static final String RUN = "run-published";
  static final String LATE = "run-late";
  private static final int MOST = 1000;

  /** What the caller may see after an id, at most 1000, oldest first. */
  public List<EventJson> after(Connection connection, Caller caller, long id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT id, at, kind, subject FROM change
            WHERE id > ? AND (? OR organisation_id = ? OR kind IN (?, ?)) ORDER BY id LIMIT ?
            """)) {
      select.setLong(1, id);
      select.setBoolean(2, caller.everyOrganisation());
      select.setLong(3, caller.organisationId());
      select.setString(4, RUN);
      select.setString(5, LATE);
      select.setInt(6, MOST);
      try (ResultSet row = select.executeQuery()) {
        List<EventJson> events = new ArrayList<>();
        while (row.next()) {
          events.add(
              new EventJson(
                  row.getLong("id"),
                  row.getTimestamp("at").toInstant(),
                  row.getString("kind"),
                  row.getString("subject")));
        }
        return events;
      }
    }
  }

  /** Whether the log tells this of a run. */
  boolean has(Connection connection, String kind, String runId) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT 1 FROM change WHERE kind = ? AND subject = ?")) {
      select.setString(1, kind);
      select.setString(2, runId);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }
}
