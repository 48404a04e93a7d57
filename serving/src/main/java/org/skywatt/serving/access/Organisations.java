package org.skywatt.serving.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.skywatt.serving.problem.ProblemException;

/** Rows of the table {@code organisation} by name. */
public final class Organisations {
  private static final int LONGEST = 200;

  private Organisations() {}

  /**
   * The row of the organisation of that name, made if need be.
   *
   * @throws ProblemException (400) if it is no name
   */
  public static long ensure(Connection connection, String name) throws SQLException {
    if (name.isBlank()
        || name.length() > LONGEST
        || name.chars().anyMatch(Character::isISOControl)) {
      throw ProblemException.badRequest(
          "invalid-organisation", "an organisation's name has 1 to " + LONGEST + " characters");
    }
    try (PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO organisation (name) VALUES (?) ON CONFLICT DO NOTHING");
        PreparedStatement select =
            connection.prepareStatement("SELECT id FROM organisation WHERE name = ?")) {
      insert.setString(1, name);
      insert.executeUpdate();
      select.setString(1, name);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
