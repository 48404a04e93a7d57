package org.skywatt.serving;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * An empty database: of a PostgreSQL that is started for it, or a new one in the server that {@code
 * -Dskywatt.test.database=jdbc:postgresql://HOST:PORT/postgres} names, where postgres is a
 * superuser with the password postgres.
 */
final class TestDatabase implements AutoCloseable {
  private static final String USER = "postgres";

  private final EmbeddedPostgres embedded;
  private final String server;
  private final String name;

  private TestDatabase(EmbeddedPostgres embedded, String server, String name) {
    this.embedded = embedded;
    this.server = server;
    this.name = name;
  }

  static TestDatabase start() throws IOException {
    String server = System.getProperty("skywatt.test.database");
    if (server == null) {
      return new TestDatabase(EmbeddedPostgres.start(), null, USER);
    }
    String name = "test_" + UUID.randomUUID().toString().replace("-", "");
    execute(server, "CREATE DATABASE " + name);
    return new TestDatabase(null, server, name);
  }

  String url() {
    return embedded == null
        ? server.substring(0, server.lastIndexOf('/') + 1) + name
        : embedded.getJdbcUrl(USER, name);
  }

  private static void execute(String server, String statement) throws IOException {
    try (Connection connection = DriverManager.getConnection(server, USER, USER);
        Statement work = connection.createStatement()) {
      work.execute(statement);
    } catch (SQLException e) {
      throw new IOException("skywatt.test.database " + server + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    if (embedded != null) {
      embedded.close();
    } else {
      execute(server, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }
  }
}
