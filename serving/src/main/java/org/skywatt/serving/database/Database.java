package org.skywatt.serving.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import javax.sql.DataSource;
import org.skywatt.serving.problem.ProblemException;

/** PostgreSQL, one transaction a call. A database that is away ends the request with 503. */
@ApplicationScoped
public class Database {
  /** What is done in a transaction. */
  @FunctionalInterface
  public interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  private final DataSource source;

  Database(DataSource source) {
    this.source = source;
  }

  /**
   * Runs {@code work} in a transaction: all of it is kept, or nothing.
   *
   * @throws ProblemException (503, database-unavailable) if the database cannot be reached
   * @throws ProblemException whatever {@code work} throws, after a rollback
   */
  public <T> T transaction(Work<T> work) {
    try {
      return attempt(work);
    } catch (SQLException e) {
      if (isAway(e)) {
        throw ProblemException.unavailable(
            "database-unavailable",
            "the database does not answer; forecasts are served on, changes must wait");
      }
      throw new IllegalStateException("database: " + e.getMessage(), e);
    }
  }

  /** As {@link #transaction}, for those who handle a database that is away themselves. */
  public <T> T attempt(Work<T> work) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.run(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        try {
          connection.rollback();
        } catch (SQLException rollback) {
          e.addSuppressed(rollback);
        }
        throw e;
      }
    }
  }

  /** Whether a later attempt may succeed: no connection, or the server is stopping or full. */
  static boolean isAway(SQLException e) {
    String state = e.getSQLState();
    return state == null
        || e instanceof SQLTransientException
        || state.startsWith("08")
        || state.startsWith("57P")
        || state.startsWith("53");
  }
}
