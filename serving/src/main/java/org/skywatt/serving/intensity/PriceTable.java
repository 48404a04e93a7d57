package org.skywatt.serving.intensity;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.green.signal.PricePoint;
import org.skywatt.serving.database.Database;

/** The table {@code grid_price}, of one organisation at a time. */
@ApplicationScoped
class PriceTable {
  private final Database database;

  PriceTable(Database database) {
    this.database = database;
  }

  void put(long organisation, String zone, Instant now, List<PricePoint> points) {
    database.transaction(
        connection -> {
          try (PreparedStatement upsert =
              connection.prepareStatement(
                  "INSERT INTO grid_price (organisation_id, zone, posted_at, starts_at, ends_at,"
                      + " price_per_mwh) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (organisation_id,"
                      + " zone, starts_at, posted_at) DO UPDATE SET ends_at = excluded.ends_at,"
                      + " price_per_mwh = excluded.price_per_mwh")) {
            for (PricePoint each : points) {
              upsert.setLong(1, organisation);
              upsert.setString(2, zone);
              upsert.setTimestamp(3, Timestamp.from(now));
              upsert.setTimestamp(4, Timestamp.from(each.start()));
              upsert.setTimestamp(5, Timestamp.from(each.end()));
              upsert.setDouble(6, each.pricePerMwh());
              upsert.addBatch();
            }
            upsert.executeBatch();
          }
          return null;
        });
  }

  /** What was known by a time of prices between two others. */
  List<PricePoint> known(
      Connection connection, long organisation, String zone, Instant by, Instant from, Instant to)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT DISTINCT ON (starts_at) starts_at, ends_at, price_per_mwh FROM grid_price WHERE"
                + " organisation_id = ? AND zone = ? AND posted_at <= ? AND ends_at > ? AND"
                + " starts_at < ? ORDER BY starts_at, posted_at DESC")) {
      select.setLong(1, organisation);
      select.setString(2, zone);
      select.setTimestamp(3, Timestamp.from(by));
      select.setTimestamp(4, Timestamp.from(from));
      select.setTimestamp(5, Timestamp.from(to));
      try (ResultSet rows = select.executeQuery()) {
        List<PricePoint> points = new ArrayList<>();
        while (rows.next()) {
          points.add(
              new PricePoint(
                  rows.getTimestamp(1).toInstant(),
                  rows.getTimestamp(2).toInstant(),
                  rows.getDouble(3)));
        }
        return points;
      }
    }
  }
}
