package org.skywatt.serving;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.specification.RequestSpecification;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The same world, where callers have to sign in. */
public class ClosedWorld extends World {
  static final List<String> ROLES = List.of("viewer", "operator", "admin");
  private static String url;

  @Override
  boolean open() {
    return false;
  }

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = super.start();
    url = settings.get("quarkus.datasource.jdbc.url");
    return settings;
  }

  /** Does something to the database behind the service's back. */
  static void sql(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
        Statement work = connection.createStatement()) {
      work.execute(statement);
    }
  }

  /** The first value of the answer, or the empty text. */
  static String query(String select) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
        Statement work = connection.createStatement();
        ResultSet row = work.executeQuery(select)) {
      String value = row.next() ? row.getString(1) : null;
      return value == null ? "" : value;
    }
  }

  /** A request with {@code key}. */
  static RequestSpecification with(String key) {
    return given().header("Authorization", "Bearer " + key);
  }

  /** Waits until the service knows a change of {@code key}: five seconds at most. */
  static void awaitStatus(String key, int status) throws InterruptedException {
    long start = System.nanoTime();
    while (with(key).get("/v1/sites").statusCode() != status) {
      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(5));
      Thread.sleep(50);
    }
  }

  /** Puts a key for each role of the organisation into the database; the service sees it soon. */
  static void issue(String organisation, String idStart) throws SQLException {
    for (String role : ROLES) {
      String token = key(idStart, role);
      sql(
          "INSERT INTO api_key (id, organisation_id, name, role, sha256) SELECT '"
              + token.substring(4, 12)
              + "', id, 'test', '"
              + role
              + "', '"
              + sha256(token)
              + "' FROM organisation WHERE name = '"
              + organisation
              + "' ON CONFLICT DO NOTHING");
    }
    sql(
        "INSERT INTO change (organisation_id, kind, subject)"
            + " SELECT id, 'key-issued', 'test' FROM organisation LIMIT 1");
  }

  /** The key that {@link #issue} makes. */
  static String key(String idStart, String role) {
    return "skw_" + idStart + (ROLES.indexOf(role) + 1) + "_" + "x".repeat(42) + idStart.charAt(0);
  }

  private static String sha256(String token) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
