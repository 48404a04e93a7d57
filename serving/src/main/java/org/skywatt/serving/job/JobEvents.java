package org.skywatt.serving.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The table {@code green_event}. */
@ApplicationScoped
class JobEvents {
  /**
   * Something that happened to a job.
   *
   * @param kind such as {@code planned}, {@code replanned} or {@code running}
   */
  record JobEvent(long id, Instant at, String kind, String detail) {}

  void append(Connection connection, UUID job, Instant at, String kind, String detail)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO green_event (job_id, at, kind, detail) VALUES (?, ?, ?, ?)")) {
      insert.setObject(1, job);
      insert.setTimestamp(2, Timestamp.from(at));
      insert.setString(3, kind);
      insert.setString(4, detail);
      insert.executeUpdate();
    }
  }

  /** Those after an id, in their order. */
  List<JobEvent> after(Connection connection, UUID job, long id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, at, kind, detail FROM green_event WHERE job_id = ? AND id > ?"
                + " ORDER BY id")) {
      select.setObject(1, job);
      select.setLong(2, id);
      try (ResultSet rows = select.executeQuery()) {
        List<JobEvent> events = new ArrayList<>();
        while (rows.next()) {
          events.add(
              new JobEvent(
                  rows.getLong(1),
                  rows.getTimestamp(2).toInstant(),
                  rows.getString(3),
                  rows.getString(4)));
        }
        return events;
      }
    }
  }
}
