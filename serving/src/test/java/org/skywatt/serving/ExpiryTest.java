package org.skywatt.serving;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.skywatt.serving.database.Database;
import org.skywatt.serving.database.Expiry;

/** What the database keeps for a time only. */
@QuarkusTest
@WithTestResource(World.class)
class ExpiryTest {
  private static final String READING =
      "{\"start\":\"2026-05-30T10:00:00Z\",\"end\":\"2026-05-30T10:30:00Z\",\"powerKw\":5}";

  @Inject Expiry expiry;
  @Inject Database database;

  @AfterEach
  void restore() {
    TestClock.reset();
  }

  private int rows(String table) throws Exception {
    return database.attempt(
        connection -> {
          try (var select = connection.prepareStatement("SELECT count(*) FROM " + table);
              var row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
          }
        });
  }

  private void age(String table, Duration age) throws Exception {
    database.attempt(
        connection -> {
          try (var update = connection.prepareStatement("UPDATE " + table + " SET at = ?")) {
            update.setTimestamp(1, java.sql.Timestamp.from(TestClock.now.minus(age)));
            return update.executeUpdate();
          }
        });
  }

  private static String post() {
    return given()
        .contentType("application/json")
        .header("Idempotency-Key", "expires")
        .body(READING)
        .post("/v1/sites/tal-pv/generation")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  @Test
  void answersAreKnownForAWeekAndTheAuditForAYear() throws Exception {
    String first = post();
    for (int i = 0; i < 100 && rows("audit") == 0; i++) {
      Thread.sleep(50);
    }
    int audited = rows("audit");
    assertThat(audited).isPositive();
    age("idempotent_request", Duration.ofDays(6));
    age("audit", Duration.ofDays(399));
    assertThat(expiry.remove()).isZero();
    assertThat(post()).isEqualTo(first);
    for (int i = 0; i < 100 && rows("audit") == audited; i++) {
      Thread.sleep(50);
    }
    age("idempotent_request", Duration.ofDays(8));
    age("audit", Duration.ofDays(401));
    assertThat(expiry.remove()).isGreaterThanOrEqualTo(2);
    assertThat(rows("idempotent_request")).isZero();
    // Taken as new: the reading is there already, so nothing is stored twice.
    assertThat(post()).isNotEqualTo("");
  }
}
