package org.skywatt.serving.generation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.problem.ProblemException;

/**
 * Answers to requests that carried an {@code Idempotency-Key}, kept in the transaction of the
 * request itself: whoever lost an answer asks again and gets the same one, and nothing is done
 * twice.
 */
@ApplicationScoped
class IdempotentRequests {
  private static final int LONGEST_KEY = 200;

  /**
   * The kept answer, if this request was answered before. Two requests with one key wait for each
   * other.
   *
   * @throws ProblemException (400) if the key is too long; (409) if it was used for another request
   */
  Optional<String> find(Connection connection, Caller caller, String key, String requestSha256)
      throws SQLException {
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw ProblemException.badRequest(
          "invalid-idempotency-key", "an Idempotency-Key has 1 to " + LONGEST_KEY + " characters");
    }
    try (PreparedStatement lock =
            connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtextextended(?, ?))");
        PreparedStatement select =
            connection.prepareStatement(
                """
                SELECT request_sha256, response FROM idempotent_request
                WHERE organisation_id = ? AND key = ?
                """)) {
      lock.setString(1, key);
      lock.setLong(2, caller.organisationId());
      lock.execute();
      select.setLong(1, caller.organisationId());
      select.setString(2, key);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        if (!row.getString("request_sha256").equals(requestSha256)) {
          throw ProblemException.conflict(
              "idempotency-key-reused", "this Idempotency-Key came with another request before");
        }
        return Optional.of(row.getString("response"));
      }
    }
  }

  void keep(Connection connection, Caller caller, String key, String sha256, String response)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO idempotent_request (organisation_id, key, request_sha256, response)
            VALUES (?, ?, ?, ?)
            """)) {
      insert.setLong(1, caller.organisationId());
      insert.setString(2, key);
      insert.setString(3, sha256);
      insert.setString(4, response);
      insert.executeUpdate();
    }
  }
}
