package org.skywatt.serving.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The table {@code change}. Ids become visible in ascending order, so that none is overlooked. */
@ApplicationScoped
public class ChangeLog {
  // Any constant will do: whoever appends waits for the one before to commit.
  private static final long LOCK = 0x736b7977;

  /**
   * Appends to the log, in the transaction of the change itself.
   *
   * @param kind such as {@code site-created}
   * @param subject id of what changed
   */
  public void append(Connection connection, long organisationId, String kind, String subject)
      throws SQLException {
    try (PreparedStatement lock =
            connection.prepareStatement("SELECT pg_advisory_xact_lock(" + LOCK + ")");
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO change (organisation_id, kind, subject) VALUES (?, ?, ?)")) {
      lock.execute();
      insert.setLong(1, organisationId);
      insert.setString(2, kind);
      insert.setString(3, subject);
      insert.executeUpdate();
    }
  }

  /** The id of the newest change; 0 if there is none. */
  public long newest(Connection connection) throws SQLException {
    return newest(connection, "");
  }

  /**
   * The id of the newest change of some kinds; 0 if there is none.
   *
   * @param kinds a regular expression that is found in the names of these kinds
   */
  public long newest(Connection connection, String kinds) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT coalesce(max(id), 0) FROM change WHERE kind ~ ?")) {
      select.setString(1, kinds);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
