package org.skywatt.serving.generation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.core.site.SiteId;
import org.skywatt.serving.access.Caller;

/** The table {@code generation}: append-only, so that what was known when can be told. */
@ApplicationScoped
public class ReadingTable {
  private static final int MOST_METERED = 200_000;

  // The newest row of an interval holds: the same reading again adds nothing.
  private static final String APPEND =
      """
      INSERT INTO generation (site_id, starts_at, ends_at, power_kw, available_at)
      SELECT ?, ?, ?, ?, ?
      WHERE (SELECT power_kw FROM generation WHERE site_id = ? AND starts_at = ? AND ends_at = ?
             ORDER BY id DESC LIMIT 1) IS DISTINCT FROM ?
      """;

  /** A reading of the outbox. */
  record Row(long id, String siteId, ReadingJson reading, Instant availableAt) {}

  /** Appends; false if the newest reading of the interval is the same. */
  boolean append(Connection connection, SiteId site, ReadingJson reading, Instant availableAt)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(APPEND)) {
      Timestamp start = Timestamp.from(reading.start());
      Timestamp end = Timestamp.from(reading.end());
      insert.setString(1, site.value());
      insert.setTimestamp(2, start);
      insert.setTimestamp(3, end);
      insert.setDouble(4, reading.powerKw());
      insert.setTimestamp(5, Timestamp.from(availableAt));
      insert.setString(6, site.value());
      insert.setTimestamp(7, start);
      insert.setTimestamp(8, end);
      insert.setDouble(9, reading.powerKw());
      return insert.executeUpdate() == 1;
    }
  }

  /** One writer of a site at a time, until the transaction ends. */
  void lock(Connection connection, SiteId site) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("SELECT 1 FROM site WHERE id = ? FOR NO KEY UPDATE")) {
      lock.setString(1, site.value());
      lock.executeQuery().close();
    }
  }

  /** What was metered between two times, out of 200,000 readings at most. */
  public MeteredPower metered(Connection connection, SiteId site, Instant from, Instant to)
      throws SQLException {
    return new MeteredPower(list(connection, site, from, to, MOST_METERED));
  }

  /** The readings that hold of intervals that overlap (from, to], ascending. */
  List<ReadingJson> list(Connection connection, SiteId site, Instant from, Instant to, int limit)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT DISTINCT ON (ends_at, starts_at) starts_at, ends_at, power_kw FROM generation
            WHERE site_id = ? AND ends_at > ? AND starts_at < ?
            ORDER BY ends_at, starts_at, id DESC LIMIT ?
            """)) {
      select.setString(1, site.value());
      select.setTimestamp(2, Timestamp.from(from));
      select.setTimestamp(3, Timestamp.from(to));
      select.setInt(4, limit);
      try (ResultSet row = select.executeQuery()) {
        List<ReadingJson> readings = new ArrayList<>();
        while (row.next()) {
          readings.add(reading(row));
        }
        return readings;
      }
    }
  }

  /** Rows after an id, of sites that the caller sees. */
  List<Row> after(Connection connection, Caller caller, long id, int limit) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT generation.* FROM generation JOIN site ON site.id = site_id
            WHERE generation.id > ? AND (? OR organisation_id = ?)
            ORDER BY generation.id LIMIT ?
            """)) {
      select.setLong(1, id);
      select.setBoolean(2, caller.everyOrganisation());
      select.setLong(3, caller.organisationId());
      select.setInt(4, limit);
      try (ResultSet row = select.executeQuery()) {
        List<Row> rows = new ArrayList<>();
        while (row.next()) {
          rows.add(
              new Row(
                  row.getLong("id"),
                  row.getString("site_id"),
                  reading(row),
                  row.getTimestamp("available_at").toInstant()));
        }
        return rows;
      }
    }
  }

  private static ReadingJson reading(ResultSet row) throws SQLException {
    return new ReadingJson(
        row.getTimestamp("starts_at").toInstant(),
        row.getTimestamp("ends_at").toInstant(),
        row.getDouble("power_kw"));
  }
}
