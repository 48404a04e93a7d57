package org.skywatt.serving.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.skywatt.green.job.Settlement;

/** The table {@code green_meter}. */
@ApplicationScoped
class Meters {
  /** What was told twice counts once, as told last. */
  void put(Connection connection, UUID job, Settlement.Metered used) throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO green_meter (job_id, starts_at, ends_at, kwh) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT (job_id, starts_at) DO UPDATE SET ends_at = excluded.ends_at,"
                + " kwh = excluded.kwh")) {
      upsert.setObject(1, job);
      upsert.setTimestamp(2, Timestamp.from(used.start()));
      upsert.setTimestamp(3, Timestamp.from(used.end()));
      upsert.setDouble(4, used.kwh());
      upsert.executeUpdate();
    }
  }

  List<Settlement.Metered> list(Connection connection, UUID job) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT starts_at, ends_at, kwh FROM green_meter WHERE job_id = ?"
                + " ORDER BY starts_at")) {
      select.setObject(1, job);
      try (ResultSet rows = select.executeQuery()) {
        List<Settlement.Metered> all = new ArrayList<>();
        while (rows.next()) {
          all.add(
              new Settlement.Metered(
                  rows.getTimestamp(1).toInstant(),
                  rows.getTimestamp(2).toInstant(),
                  rows.getDouble(3)));
        }
        return all;
      }
    }
  }
}
