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
import java.util.Optional;
import org.skywatt.green.signal.IntensityPoint;
import org.skywatt.green.signal.IntensitySeries;
import org.skywatt.serving.database.Database;

/** The table {@code grid_intensity}, of one organisation at a time. */
@ApplicationScoped
class IntensityTable {
  // What was measured has no time of making: a correction takes its place.
  private static final Instant MEASURED = Instant.EPOCH;
  private static final String SELECT =
      "SELECT starts_at, ends_at, grams_per_kwh FROM grid_intensity WHERE organisation_id = ?"
          + " AND zone = ? AND forecast = ? AND generated_at = ? AND ends_at > ? AND starts_at < ?"
          + " ORDER BY starts_at";

  private final Database database;

  IntensityTable(Database database) {
    this.database = database;
  }

  void put(long organisation, String zone, Instant now, IntensityDocument document) {
    database.transaction(
        connection -> {
          put(connection, organisation, zone, false, MEASURED, document.measured());
          put(connection, organisation, zone, true, now, document.forecast());
          return null;
        });
  }

  private static void put(
      Connection connection,
      long organisation,
      String zone,
      boolean forecast,
      Instant made,
      List<IntensityPoint> points)
      throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO grid_intensity (organisation_id, zone, forecast, generated_at, starts_at,"
                + " ends_at, grams_per_kwh) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT"
                + " (organisation_id, zone, forecast, generated_at, starts_at) DO UPDATE SET"
                + " ends_at = excluded.ends_at, grams_per_kwh = excluded.grams_per_kwh")) {
      for (IntensityPoint each : points) {
        upsert.setLong(1, organisation);
        upsert.setString(2, zone);
        upsert.setBoolean(3, forecast);
        upsert.setTimestamp(4, Timestamp.from(made));
        upsert.setTimestamp(5, Timestamp.from(each.start()));
        upsert.setTimestamp(6, Timestamp.from(each.end()));
        upsert.setDouble(7, each.gramsPerKwh());
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  List<String> zones(long organisation) {
    return database.transaction(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT DISTINCT zone FROM grid_intensity WHERE organisation_id = ?"
                      + " ORDER BY zone")) {
            select.setLong(1, organisation);
            try (ResultSet rows = select.executeQuery()) {
              List<String> zones = new ArrayList<>();
              while (rows.next()) {
                zones.add(rows.getString(1));
              }
              return zones;
            }
          }
        });
  }

  /** What was measured between two times. */
  IntensitySeries measured(long organisation, String zone, Instant from, Instant to) {
    return database.transaction(connection -> measured(connection, organisation, zone, from, to));
  }

  IntensitySeries measured(
      Connection connection, long organisation, String zone, Instant from, Instant to)
      throws SQLException {
    return read(connection, organisation, zone, false, MEASURED, from, to);
  }

  /** A forecast and when it was made. */
  record Forecast(Instant made, IntensitySeries series) {}

  /** The newest forecast that was made by a time. */
  Optional<Forecast> forecast(
      long organisation, String zone, Instant by, Instant from, Instant to) {
    return database.transaction(
        connection -> forecast(connection, organisation, zone, by, from, to));
  }

  Optional<Forecast> forecast(
      Connection connection, long organisation, String zone, Instant by, Instant from, Instant to)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT max(generated_at) FROM grid_intensity WHERE organisation_id = ? AND"
                + " zone = ? AND forecast AND generated_at <= ?")) {
      select.setLong(1, organisation);
      select.setString(2, zone);
      select.setTimestamp(3, Timestamp.from(by));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        Timestamp made = row.getTimestamp(1);
        return made == null
            ? Optional.empty()
            : Optional.of(
                new Forecast(
                    made.toInstant(),
                    read(connection, organisation, zone, true, made.toInstant(), from, to)));
      }
    }
  }

  private static IntensitySeries read(
      Connection connection,
      long organisation,
      String zone,
      boolean forecast,
      Instant made,
      Instant from,
      Instant to)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setLong(1, organisation);
      select.setString(2, zone);
      select.setBoolean(3, forecast);
      select.setTimestamp(4, Timestamp.from(made));
      select.setTimestamp(5, Timestamp.from(from));
      select.setTimestamp(6, Timestamp.from(to));
      try (ResultSet rows = select.executeQuery()) {
        List<IntensityPoint> points = new ArrayList<>();
        while (rows.next()) {
          points.add(
              new IntensityPoint(
                  rows.getTimestamp(1).toInstant(),
                  rows.getTimestamp(2).toInstant(),
                  rows.getDouble(3)));
        }
        return new IntensitySeries(points);
      }
    }
  }
}
