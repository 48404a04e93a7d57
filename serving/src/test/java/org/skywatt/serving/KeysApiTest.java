package org.skywatt.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.skywatt.serving.ClosedWorld.awaitStatus;
import static org.skywatt.serving.ClosedWorld.with;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys: issued, held to rates and quotas, counted, expired and revoked. */
@QuarkusTest
@WithTestResource(ClosedWorld.class)
class KeysApiTest {
  private static final String NORTH = "nnnnnnn";
  private static final String SOUTH = "sssssss";

  @BeforeEach
  void issueKeys() throws SQLException, InterruptedException {
    ClosedWorld.issue("Nordlicht", NORTH);
    ClosedWorld.issue("Südwind", SOUTH);
    awaitStatus(ClosedWorld.key(SOUTH, "admin"), 200);
  }

  @Test
  void aKeyIsIssuedHeldToItsRateAndRevoked() throws InterruptedException {
    String admin = ClosedWorld.key(NORTH, "admin");
    JsonPath issued =
        with(admin)
            .contentType("application/json")
            .body("{\"name\":\"screen\",\"role\":\"viewer\",\"requestsPerMinute\":2}")
            .post("/v1/keys")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    String key = issued.getString("key");
    assertThat(key).matches("skw_[a-z0-9]{8}_[A-Za-z0-9_-]{43}");
    with(key)
        .get("/v1/sites")
        .then()
        .statusCode(200)
        .header("RateLimit-Policy", "\"minute\";q=2;w=60")
        .header("RateLimit", containsString("r=1"));
    with(key).get("/v1/sites").then().statusCode(200);
    with(key)
        .get("/v1/sites")
        .then()
        .statusCode(429)
        .header("Retry-After", Integer::parseInt, org.hamcrest.Matchers.lessThanOrEqualTo(60))
        .body("code", equalTo("rate-limited"));
    with(admin)
        .get("/v1/keys")
        .then()
        .statusCode(200)
        .body("find { it.name == 'screen' }.id", equalTo(issued.getString("id")))
        .body(org.hamcrest.Matchers.not(containsString(key.substring(13))));
    with(ClosedWorld.key(SOUTH, "admin"))
        .delete("/v1/keys/" + issued.getString("id"))
        .then()
        .statusCode(404);
    with(admin).delete("/v1/keys/" + issued.getString("id")).then().statusCode(204);
    awaitStatus(key, 401);
  }

  @Test
  void aKeyIsHeldToItsQuotaOfTheDayWhichOutlivesTheProcess() throws Exception {
    JsonPath issued =
        with(ClosedWorld.key(NORTH, "admin"))
            .contentType("application/json")
            .body("{\"name\":\"trial\",\"role\":\"viewer\",\"requestsPerDay\":3}")
            .post("/v1/keys")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    String key = issued.getString("key");
    with(key)
        .get("/v1/sites")
        .then()
        .statusCode(200)
        .header("RateLimit-Policy", containsString(", \"day\";q=3;w=86400"))
        .header("RateLimit", containsString(", \"day\";r=2;t="));
    with(key).get("/v1/sites").then().statusCode(200);
    with(key).get("/v1/sites").then().statusCode(200);
    with(key)
        .get("/v1/sites")
        .then()
        .statusCode(429)
        .header("Retry-After", Integer::parseInt, org.hamcrest.Matchers.lessThanOrEqualTo(86_401))
        .body("code", equalTo("quota-used"));
    // The table knows, for the next start and for other processes, whose use counts here too.
    String id = issued.getString("id");
    long start = System.nanoTime();
    while (!ClosedWorld.query("SELECT requests FROM key_use WHERE key_id = '" + id + "'")
        .equals("3")) {
      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(10));
      Thread.sleep(50);
    }
    ClosedWorld.sql("UPDATE key_use SET requests = 1 WHERE key_id = '" + id + "'");
    awaitStatus(key, 200);
  }

  @Test
  void nobodyLiftsTheRateOfTheService() {
    with(ClosedWorld.key(NORTH, "admin"))
        .contentType("application/json")
        .body("{\"name\":\"x\",\"role\":\"viewer\",\"requestsPerMinute\":6001}")
        .post("/v1/keys")
        .then()
        .statusCode(403);
  }

  @Test
  void anOrganisationHasSoManyGoodKeys() throws SQLException {
    String admin = ClosedWorld.key(NORTH, "admin");
    String body = "{\"name\":\"one more\",\"role\":\"viewer\"}";
    try {
      ClosedWorld.sql(
          "INSERT INTO api_key (id, organisation_id, name, role, sha256)"
              + " SELECT 'm' || lpad(n::text, 7, '0'), organisation.id, 'many', 'viewer',"
              + " md5(n::text) || md5('x' || n) FROM organisation, generate_series(1, 100) AS n"
              + " WHERE organisation.name = 'Nordlicht'");
      with(admin)
          .contentType("application/json")
          .body(body)
          .post("/v1/keys")
          .then()
          .statusCode(409)
          .body("code", equalTo("too-many-keys"));
      assertThat(ClosedWorld.query("SELECT count(*) FROM api_key WHERE name = 'one more'"))
          .isEqualTo("0");
      ClosedWorld.sql("UPDATE api_key SET expires_at = '2026-06-01T06:00:00Z' WHERE name = 'many'");
      with(admin)
          .contentType("application/json")
          .body(body)
          .post("/v1/keys")
          .then()
          .statusCode(201);
    } finally {
      ClosedWorld.sql("DELETE FROM api_key WHERE name IN ('many', 'one more')");
    }
  }

  @Test
  void aSiteHasSoManyLimits() throws SQLException {
    try {
      ClosedWorld.sql(
          "INSERT INTO availability (site_id, kind, starts_at, ends_at, limit_kw, entered_at)"
              + " SELECT 'tal-pv', 'outage', '2029-01-01Z', '2029-01-02Z', 0, now()"
              + " FROM generate_series(1, 10000)");
      with(ClosedWorld.key(NORTH, "operator"))
          .contentType("application/json")
          .body("{\"kind\":\"outage\",\"start\":\"2029-01-01T00:00:00Z\",\"limitKw\":0}")
          .post("/v1/sites/tal-pv/availability")
          .then()
          .statusCode(409)
          .body("code", equalTo("too-many-limits"));
    } finally {
      ClosedWorld.sql("DELETE FROM availability WHERE site_id = 'tal-pv'");
    }
  }

  @Test
  void clientsOfForecastSolarAreToldTheirOwnKeysRate() {
    JsonPath issued =
        with(ClosedWorld.key(NORTH, "admin"))
            .contentType("application/json")
            .body("{\"name\":\"home\",\"role\":\"viewer\",\"requestsPerMinute\":7}")
            .post("/v1/keys")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    with(issued.getString("key"))
        .get("/v1/compatible/forecast-solar/estimate/alpen-pv")
        .then()
        .statusCode(200)
        .header("X-Ratelimit-Limit", "7")
        .body("message.ratelimit.limit", equalTo(7));
  }

  @Test
  void keysThatAreNotPossibleAreRefused() {
    for (String body :
        List.of(
            "{}",
            "{\"name\":\"x\"}",
            "{\"name\":\"x\",\"role\":\"king\"}",
            "{\"name\":\" \",\"role\":\"viewer\"}",
            "{\"name\":\"x\",\"role\":\"viewer\",\"requestsPerMinute\":0}",
            "{\"name\":\"x\",\"role\":\"viewer\",\"requestsPerDay\":0}",
            "{\"name\":\"x\",\"role\":\"viewer\",\"expiresAt\":\"2001-01-01T00:00:00Z\"}")) {
      with(ClosedWorld.key(NORTH, "admin"))
          .contentType("application/json")
          .body(body)
          .post("/v1/keys")
          .then()
          .statusCode(400)
          .body("code", equalTo("invalid-key"));
    }
    with(ClosedWorld.key(NORTH, "admin"))
        .contentType("application/json")
        .body("{\"name\":\"x\",\"role\":\"viewer\",\"organisation\":\"Südwind\"}")
        .post("/v1/keys")
        .then()
        .statusCode(403);
  }

  @Test
  void anExpiredOrRevokedKeyIsRefusedWithinFiveSeconds() throws Exception {
    String key = ClosedWorld.key("eeeeeee", "viewer");
    ClosedWorld.issue("Nordlicht", "eeeeeee");
    awaitStatus(key, 200);
    ClosedWorld.sql("UPDATE api_key SET expires_at = '2026-06-01T06:00:00Z' WHERE id = 'eeeeeee1'");
    ClosedWorld.issue("Nordlicht", "eeeeeee");
    awaitStatus(key, 401);
    with(ClosedWorld.key("eeeeeee", "operator")).get("/v1/sites").then().statusCode(200);
    ClosedWorld.sql("UPDATE api_key SET revoked_at = now() WHERE id = 'eeeeeee2'");
    ClosedWorld.issue("Nordlicht", "eeeeeee");
    awaitStatus(ClosedWorld.key("eeeeeee", "operator"), 401);
  }
}
