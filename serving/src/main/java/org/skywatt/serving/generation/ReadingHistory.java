package org.skywatt.serving.generation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.database.Database;

/**
 * Every reading that was ever posted, corrections too, in the order in which they came. Read page
 * by page, so that no transaction lasts as long as a slow reader.
 */
@ApplicationScoped
public class ReadingHistory {
  private static final int PAGE = 20_000;

  private static final String SELECT =
      """
      SELECT g.id, g.site_id, g.starts_at, g.ends_at, g.power_kw, g.available_at
      FROM generation g JOIN site s ON s.id = g.site_id
      WHERE g.id > ? AND g.id <= ? AND (? OR s.organisation_id = ?)
        AND (?::text[] IS NULL OR g.site_id = ANY (?::text[]))
        AND g.ends_at > ? AND g.starts_at < ? AND g.available_at >= ? AND g.available_at <= ?
      ORDER BY g.id LIMIT ?
      """;

  // PostgreSQL's own range is wider than what drivers write of it.
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  /**
   * Which readings.
   *
   * @param sites ids; null for all
   * @param from of the times that intervals overlap, as is {@code to}
   * @param knownFrom when they became known at the earliest, as {@code knownTo} is at the latest
   */
  public record Filter(
      List<String> sites, Instant from, Instant to, Instant knownFrom, Instant knownTo) {}

  /** Is shown each reading. */
  @FunctionalInterface
  public interface Visitor {
    void visit(String siteId, Instant start, Instant end, double powerKw, Instant availableAt);
  }

  private record Row(
      long id, String siteId, Instant start, Instant end, double powerKw, Instant availableAt) {}

  private final Database database;

  ReadingHistory(Database database) {
    this.database = database;
  }

  /** Shows the readings of sites that the caller sees, as many as there were when it began. */
  public void visit(Caller caller, Filter filter, Visitor visitor) {
    long last = database.transaction(ReadingHistory::newest);
    long after = 0;
    List<Row> page;
    do {
      long start = after;
      page = database.transaction(connection -> page(connection, caller, filter, start, last));
      for (Row each : page) {
        visitor.visit(each.siteId, each.start, each.end, each.powerKw, each.availableAt);
        after = each.id;
      }
    } while (page.size() == PAGE);
  }

  private static long newest(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT coalesce(max(id), 0) FROM generation");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static List<Row> page(
      Connection connection, Caller caller, Filter filter, long after, long last)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT)) {
      Array sites =
          filter.sites == null
              ? null
              : connection.createArrayOf("text", filter.sites.toArray(new String[0]));
      select.setLong(1, after);
      select.setLong(2, last);
      select.setBoolean(3, caller.everyOrganisation());
      select.setLong(4, caller.organisationId());
      select.setArray(5, sites);
      select.setArray(6, sites);
      select.setObject(7, time(filter.from));
      select.setObject(8, time(filter.to));
      select.setObject(9, time(filter.knownFrom));
      select.setObject(10, time(filter.knownTo));
      select.setInt(11, PAGE);
      try (ResultSet row = select.executeQuery()) {
        List<Row> rows = new ArrayList<>();
        while (row.next()) {
          rows.add(
              new Row(
                  row.getLong(1),
                  row.getString(2),
                  row.getTimestamp(3).toInstant(),
                  row.getTimestamp(4).toInstant(),
                  row.getDouble(5),
                  row.getTimestamp(6).toInstant()));
        }
        return rows;
      }
    }
  }

  private static OffsetDateTime time(Instant time) {
    Instant possible = time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
    return possible.atOffset(ZoneOffset.UTC);
  }
}
