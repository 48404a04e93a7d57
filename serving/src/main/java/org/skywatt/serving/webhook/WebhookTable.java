package org.skywatt.serving.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.access.Role;
import org.skywatt.serving.change.ChangeLog;

/** The table {@code webhook}. */
@ApplicationScoped
class WebhookTable {
  // Longer than a whole batch may take: after that another process may try.
  private static final int LEASE_SECONDS = 120;
  private static final String COLUMNS =
      "webhook.*, organisation.name AS organisation, every_organisation";

  /**
   * One that is to be tried now.
   *
   * @param caller what its organisation sees
   * @param cursor id of the last change that it was told
   * @param pendingLast id of the last change of a message that was sent and perhaps not taken; null
   *     if there is none
   */
  record Due(
      String id,
      Caller caller,
      String url,
      WebhookSecret secret,
      List<String> kinds,
      long cursor,
      Long pendingLast,
      int failures) {}

  private final ChangeLog changes;

  WebhookTable(ChangeLog changes) {
    this.changes = changes;
  }

  List<WebhookJson> list(Connection connection, Caller caller) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT "
                + COLUMNS
                + " FROM webhook JOIN organisation ON organisation.id = organisation_id"
                + " WHERE ? OR organisation_id = ? ORDER BY webhook.created_at, webhook.id")) {
      select.setBoolean(1, caller.everyOrganisation());
      select.setLong(2, caller.organisationId());
      try (ResultSet row = select.executeQuery()) {
        List<WebhookJson> told = new ArrayList<>();
        while (row.next()) {
          told.add(
              new WebhookJson(
                  row.getString("id"),
                  row.getString("organisation"),
                  row.getString("url"),
                  kinds(row),
                  row.getTimestamp("created_at").toInstant(),
                  row.getInt("failures"),
                  row.getString("last_problem"),
                  instant(row.getTimestamp("last_success_at")),
                  instant(row.getTimestamp("disabled_at"))));
        }
        return told;
      }
    }
  }

  /** Adds one that hears what changes from now on; false if the organisation has {@code most}. */
  boolean insert(
      Connection connection,
      Caller caller,
      String id,
      String url,
      WebhookSecret secret,
      List<String> kinds,
      int most)
      throws SQLException {
    changes.append(connection, caller.organisationId(), "webhook-created", id);
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO webhook (id, organisation_id, url, secret, kinds, cursor)
            SELECT ?, ?, ?, ?, ?, (SELECT coalesce(max(id), 0) FROM change)
            WHERE (SELECT count(*) FROM webhook WHERE organisation_id = ?) < ?
            """)) {
      insert.setString(1, id);
      insert.setLong(2, caller.organisationId());
      insert.setString(3, url);
      insert.setString(4, secret.text());
      insert.setArray(5, kinds == null ? null : connection.createArrayOf("text", kinds.toArray()));
      insert.setLong(6, caller.organisationId());
      insert.setInt(7, most);
      return insert.executeUpdate() == 1;
    }
  }

  /** False if the caller has no such webhook. */
  boolean delete(Connection connection, Caller caller, String id) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM webhook WHERE id = ? AND (? OR organisation_id = ?)"
                + " RETURNING organisation_id")) {
      delete.setString(1, id);
      delete.setBoolean(2, caller.everyOrganisation());
      delete.setLong(3, caller.organisationId());
      try (ResultSet row = delete.executeQuery()) {
        if (!row.next()) {
          return false;
        }
        changes.append(connection, row.getLong(1), "webhook-removed", id);
        return true;
      }
    }
  }

  /** Takes those that are due, so that no other process does for a while. */
  List<Due> take(Connection connection, int most) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE webhook SET next_attempt_at = now() + make_interval(secs => "
                + LEASE_SECONDS
                + ") FROM organisation WHERE organisation.id = organisation_id AND webhook.id IN"
                + " (SELECT id FROM webhook WHERE disabled_at IS NULL AND next_attempt_at <= now()"
                + " AND cursor < (SELECT coalesce(max(id), 0) FROM change)"
                + " ORDER BY next_attempt_at LIMIT ? FOR UPDATE SKIP LOCKED) RETURNING "
                + COLUMNS)) {
      update.setInt(1, most);
      try (ResultSet row = update.executeQuery()) {
        List<Due> due = new ArrayList<>();
        while (row.next()) {
          due.add(
              new Due(
                  row.getString("id"),
                  new Caller(
                      row.getLong("organisation_id"),
                      row.getString("organisation"),
                      row.getBoolean("every_organisation"),
                      Role.VIEWER,
                      row.getString("id")),
                  row.getString("url"),
                  new WebhookSecret(row.getString("secret")),
                  kinds(row),
                  row.getLong("cursor"),
                  (Long) row.getObject("pending_last"),
                  row.getInt("failures")));
        }
        return due;
      }
    }
  }

  /** It is about to be sent what changed up to {@code last}, and nothing else until it has that. */
  void pend(Connection connection, Due due, long last) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE webhook SET pending_last = ? WHERE id = ? AND cursor = ?")) {
      update.setLong(1, last);
      update.setString(2, due.id());
      update.setLong(3, due.cursor());
      update.executeUpdate();
    }
  }

  /** It has been told of all up to {@code cursor}. */
  void told(Connection connection, Due due, long cursor, boolean sent) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE webhook SET cursor = ?, pending_last = NULL, failures = 0, last_problem = NULL,"
                + " last_success_at = CASE WHEN ? THEN now() ELSE last_success_at END,"
                + " next_attempt_at = now() WHERE id = ? AND cursor = ?")) {
      update.setLong(1, cursor);
      update.setBoolean(2, sent);
      update.setString(3, due.id());
      update.setLong(4, due.cursor());
      update.executeUpdate();
    }
  }

  /** It is tried again after a pause, or, if that is null, never. */
  void failed(Connection connection, Due due, String problem, Duration pause) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE webhook SET failures = failures + 1, last_problem = ?,"
                + " next_attempt_at = now() + make_interval(secs => ?),"
                + " disabled_at = CASE WHEN ? THEN now() END WHERE id = ?")) {
      update.setString(1, problem);
      update.setDouble(2, pause == null ? 0 : pause.toMillis() / 1000.0);
      update.setBoolean(3, pause == null);
      update.setString(4, due.id());
      if (update.executeUpdate() == 1 && pause == null) {
        changes.append(connection, due.caller().organisationId(), "webhook-disabled", due.id());
      }
    }
  }

  private static List<String> kinds(ResultSet row) throws SQLException {
    Array kinds = row.getArray("kinds");
    return kinds == null ? null : List.of((String[]) kinds.getArray());
  }

  private static Instant instant(Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
