package org.skywatt.serving;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.SSLConfig;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What an operator sees: the first key, health, metrics, logs, traces; and TLS. */
@QuarkusTest
@WithTestResource(OperatedWorld.class)
class OperatedTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private static String log() {
    return String.join("\n", OperatedWorld.LOG);
  }

  private static String firstKey() {
    Matcher key = Pattern.compile("skw_[a-z0-9]{8}_[A-Za-z0-9_-]{43}").matcher(log());
    assertThat(key.find()).as("the first start tells a key").isTrue();
    String token = key.group();
    assertThat(key.find()).as("once").isFalse();
    return token;
  }

  private static RequestSpecification admin() {
    return given().header("Authorization", "Bearer " + firstKey());
  }

  private interface Attempt {
    boolean done() throws Exception;
  }

  private static void await(Attempt attempt) throws Exception {
    long start = System.nanoTime();
    while (!attempt.done()) {
      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(15));
      Thread.sleep(100);
    }
  }

  @Test
  void theFirstStartTellsAnAdminsKeyOnceAndStoresItsHashOnly() throws Exception {
    admin()
        .get("/v1/status")
        .then()
        .statusCode(200)
        .body("role", equalTo("admin"))
        .body("organisation", equalTo("skywatt"));
    assertThat(ClosedWorld.query("SELECT count(*) FROM api_key WHERE name = 'first key'"))
        .isEqualTo("1");
    String secret = firstKey().substring(13);
    assertThat(ClosedWorld.query("SELECT string_agg(api_key::text, ' ') FROM api_key"))
        .doesNotContain(secret);
  }

  @Test
  void healthTellsLifeReadinessAndFreshness() {
    given().get("/health/live").then().statusCode(200);
    given().get("/health/ready").then().statusCode(200);
    given()
        .get("/health/group/freshness")
        .then()
        .statusCode(200)
        .body("checks[0].data.runId", equalTo("20260601T060000Z"));
    TestClock.now = World.ISSUE.plusSeconds(4201);
    try {
      given().get("/health/group/freshness").then().statusCode(503);
      given().get("/health/ready").then().statusCode(200);
    } finally {
      TestClock.reset();
    }
  }

  @Test
  void metricsTellLatencyByRouteAgeSkillAndEnergy() {
    given().get("/metrics").then().statusCode(401);
    admin().get("/v1/sites/tal-pv/forecast").then().statusCode(200);
    admin().get("/v1/sites/alpen-pv/forecast").then().statusCode(200);
    admin()
        .get("/metrics")
        .then()
        .statusCode(200)
        .body(containsString("http_server_requests_seconds_bucket"))
        .body(containsString("uri=\"/v1/sites/{id}/forecast\""))
        .body(containsString("le=\"0.002\""))
        .body(containsString("skywatt_run_age_seconds 600.0"))
        .body(containsString("skywatt_run_energy_joules 5321.5"))
        .body(containsString("skywatt_skill{lead=\"60m\"}"));
  }

  @Test
  void aRequestsIdIsInTheJsonLogAndItsTraceIsSent() throws Exception {
    admin()
        .header("X-Request-Id", "operated-1")
        .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
        .get("/v1/sites/tal-pv")
        .then()
        .statusCode(200)
        .header("X-Request-Id", "operated-1");
    await(() -> line("/v1/sites/tal-pv").isPresent());
    JsonNode line = line("/v1/sites/tal-pv").get();
    assertThat(line.at("/mdc/requestId").asText()).isEqualTo("operated-1");
    assertThat(line.path("level").asText()).isEqualTo("INFO");
    byte[] id = HexFormat.of().parseHex(TRACE);
    await(
        () ->
            OperatedWorld.TRACES.stream()
                .map(each -> new String(each, ISO_8859_1))
                .anyMatch(
                    each ->
                        each.contains(new String(id, ISO_8859_1))
                            && each.contains("/v1/sites/{id}")));
    // The database is a part of the trace.
    assertThat(
            OperatedWorld.TRACES.stream()
                .map(each -> new String(each, ISO_8859_1))
                .anyMatch(each -> each.contains("postgresql")))
        .isTrue();
  }

  private static Optional<JsonNode> line(String text) {
    ObjectMapper mapper = new ObjectMapper();
    return log()
        .lines()
        .filter(each -> each.contains(text))
        .map(
            each -> {
              try {
                return mapper.readTree(each);
              } catch (IOException e) {
                throw new UncheckedIOException("not JSON: " + each, e);
              }
            })
        .findFirst();
  }

  @Test
  void answersOverTls() {
    int port = ConfigProvider.getConfig().getValue("quarkus.http.test-ssl-port", Integer.class);
    given()
        .config(
            RestAssured.config()
                .sslConfig(
                    SSLConfig.sslConfig()
                        .trustStore(OperatedWorld.keystore.toFile(), "changeit")
                        .trustStoreType("PKCS12")))
        .header("Authorization", "Bearer " + firstKey())
        .get("https://localhost:" + port + "/v1/status")
        .then()
        .statusCode(200)
        .header("Strict-Transport-Security", containsString("max-age"));
  }
}
