package org.skywatt.serving.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skywatt.serving.change.ChangeLog;

/** The tables {@code api_key} and {@code organisation}. */
@ApplicationScoped
class KeyTable {
  private static final String SELECT =
      """
      SELECT api_key.*, organisation.name AS organisation, organisation.every_organisation
      FROM api_key JOIN organisation ON organisation.id = api_key.organisation_id
      """;

  private final ChangeLog changes;

  KeyTable(ChangeLog changes) {
    this.changes = changes;
  }

  /** Keys that are not revoked; some may have expired. */
  List<KeyRow> live(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(SELECT + "WHERE revoked_at IS NULL")) {
      return rows(select);
    }
  }

  /** Keys that the caller may know of, the oldest first. */
  List<KeyRow> list(Connection connection, Caller caller) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            SELECT + "WHERE ? OR organisation_id = ? ORDER BY created_at, api_key.id")) {
      select.setBoolean(1, caller.everyOrganisation());
      select.setLong(2, caller.organisationId());
      return rows(select);
    }
  }

  /** The organisation of that name as the caller of a key of the given role would be. */
  Optional<Caller> organisation(Connection connection, String name, Role role, String keyId)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT * FROM organisation WHERE name = ?")) {
      select.setString(1, name);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Caller(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getBoolean("every_organisation"),
                    role,
                    keyId))
            : Optional.empty();
      }
    }
  }

  /** How many keys of the organisation are good at a time. */
  int good(Connection connection, long organisationId, Instant now) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT count(*) FROM api_key WHERE organisation_id = ? AND revoked_at IS NULL
            AND (expires_at IS NULL OR expires_at > ?)
            """)) {
      select.setLong(1, organisationId);
      select.setTimestamp(2, Timestamp.from(now));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  void insert(
      Connection connection,
      ApiKey key,
      long organisationId,
      String name,
      Role role,
      Instant expiresAt,
      Integer requestsPerMinute,
      Integer requestsPerDay)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO api_key (id, organisation_id, name, role, sha256, expires_at,
                requests_per_minute, requests_per_day)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      insert.setString(1, key.id());
      insert.setLong(2, organisationId);
      insert.setString(3, name);
      insert.setString(4, role.text());
      insert.setString(5, ApiKey.hash(key.token()));
      insert.setTimestamp(6, expiresAt == null ? null : Timestamp.from(expiresAt));
      insert.setObject(7, requestsPerMinute);
      insert.setObject(8, requestsPerDay);
      insert.executeUpdate();
    }
    changes.append(connection, organisationId, "key-issued", key.id());
  }

  /** Revokes a key that the caller may know of; false if there is none. */
  boolean revoke(Connection connection, Caller caller, String id) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE api_key SET revoked_at = coalesce(revoked_at, now())
            WHERE id = ? AND (? OR organisation_id = ?) RETURNING organisation_id
            """)) {
      update.setString(1, id);
      update.setBoolean(2, caller.everyOrganisation());
      update.setLong(3, caller.organisationId());
      try (ResultSet row = update.executeQuery()) {
        if (!row.next()) {
          return false;
        }
        changes.append(connection, row.getLong(1), "key-revoked", id);
        return true;
      }
    }
  }

  private static List<KeyRow> rows(PreparedStatement select) throws SQLException {
    try (ResultSet row = select.executeQuery()) {
      List<KeyRow> rows = new ArrayList<>();
      while (row.next()) {
        rows.add(
            new KeyRow(
                row.getString("id"),
                row.getString("organisation"),
                row.getLong("organisation_id"),
                row.getBoolean("every_organisation"),
                row.getString("sha256"),
                row.getString("name"),
                row.getString("role"),
                instant(row, "created_at"),
                instant(row, "expires_at"),
                instant(row, "revoked_at"),
                (Integer) row.getObject("requests_per_minute"),
                (Integer) row.getObject("requests_per_day")));
      }
      return rows;
    }
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
