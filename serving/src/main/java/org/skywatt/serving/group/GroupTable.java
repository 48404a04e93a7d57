package org.skywatt.serving.group;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.change.ChangeLog;

/** The table {@code site_group}; each change is in the change log in the same transaction. */
@ApplicationScoped
class GroupTable {
  private final ChangeLog changes;
  private final ObjectMapper mapper;

  GroupTable(ChangeLog changes, ObjectMapper mapper) {
    this.changes = changes;
    this.mapper = mapper;
  }

  List<Group> all(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                """
                SELECT site_group.*, organisation.name AS organisation, every_organisation
                FROM site_group JOIN organisation ON organisation.id = organisation_id
                ORDER BY site_group.id COLLATE "C"
                """);
        ResultSet row = select.executeQuery()) {
      List<Group> groups = new ArrayList<>();
      while (row.next()) {
        Array ids = row.getArray("site_ids");
        String geometry = row.getString("geometry");
        groups.add(
            new Group(
                GroupKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                new GroupJson(
                    row.getString("id"),
                    row.getString("name"),
                    row.getString("organisation"),
                    row.getString("technology"),
                    ids == null ? null : List.of((String[]) ids.getArray()),
                    geometry == null ? null : mapper.readTree(geometry)),
                row.getBoolean("every_organisation")));
      }
      return groups;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a region's geometry is no JSON", e);
    }
  }

  /** Changes whenever a row does. */
  long newest(Connection connection) throws SQLException {
    return changes.newest(connection, "^(portfolio|region)-");
  }

  /** False if the id is taken. */
  boolean insert(Connection connection, GroupKind kind, GroupJson group, Caller caller)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO site_group (name, technology, site_ids, geometry, kind, id, organisation_id)
            VALUES (?, ?, ?, ?::jsonb, ?, ?, ?) ON CONFLICT DO NOTHING
            """)) {
      bind(insert, connection, kind, group);
      insert.setLong(7, caller.organisationId());
      return insert.executeUpdate() == 1 && tell(connection, kind, "-created", group.id(), caller);
    }
  }

  /** False if the caller sees none of that id. */
  boolean update(Connection connection, GroupKind kind, GroupJson group, Caller caller)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE site_group SET name = ?, technology = ?, site_ids = ?, geometry = ?::jsonb
            WHERE kind = ? AND id = ? AND (? OR organisation_id = ?)
            """)) {
      bind(update, connection, kind, group);
      update.setBoolean(7, caller.everyOrganisation());
      update.setLong(8, caller.organisationId());
      return update.executeUpdate() == 1 && tell(connection, kind, "-changed", group.id(), caller);
    }
  }

  /** False if the caller sees none of that id. */
  boolean delete(Connection connection, GroupKind kind, String id, Caller caller)
      throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM site_group WHERE kind = ? AND id = ? AND (? OR organisation_id = ?)")) {
      delete.setString(1, kind.text());
      delete.setString(2, id);
      delete.setBoolean(3, caller.everyOrganisation());
      delete.setLong(4, caller.organisationId());
      return delete.executeUpdate() == 1 && tell(connection, kind, "-removed", id, caller);
    }
  }

  private boolean tell(Connection connection, GroupKind kind, String what, String id, Caller caller)
      throws SQLException {
    changes.append(connection, caller.organisationId(), kind.text() + what, id);
    return true;
  }

  private static void bind(
      PreparedStatement statement, Connection connection, GroupKind kind, GroupJson group)
      throws SQLException {
    statement.setString(1, group.name());
    statement.setString(2, group.technology());
    statement.setArray(
        3,
        group.siteIds() == null
            ? null
            : connection.createArrayOf("text", group.siteIds().toArray()));
    statement.setString(4, group.geometry() == null ? null : group.geometry().toString());
    statement.setString(5, kind.text());
    statement.setString(6, group.id());
  }
}
