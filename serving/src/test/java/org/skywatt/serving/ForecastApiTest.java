package org.skywatt.serving;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(World.class)
class ForecastApiTest {
  @AfterEach
  void resetClock() {
    TestClock.reset();
  }

  @Test
  void listsSitesWithTheFieldsOfTheirKind() {
    when()
        .get("/v1/sites")
        .then()
        .statusCode(200)
        .body("id", contains("alpen-pv", "kamm-wind", "new-wind", "tal-pv"))
        .body("[0].tiltDeg", equalTo(30f))
        .body("[0]", not(hasKey("hubHeightM")))
        .body("[1].organisation", equalTo("Südwind"))
        .body("[1].rotorDiameterM", equalTo(120f))
        .body("[3].groundCoverRatio", equalTo(0.35f))
        .body("[3]", not(hasKey("tiltDeg")));
    when().get("/v1/sites/kamm-wind").then().statusCode(200).body("technology", equalTo("wind"));
  }

  @Test
  void aForecastHasEverythingThatItsContractNames() {
    JsonPath json =
        when().get("/v1/sites/tal-pv/forecast").then().statusCode(200).extract().jsonPath();
    assertThat(json.getMap("").keySet())
        .containsExactlyInAnyOrder(
            "siteId",
            "runId",
            "issueTime",
            "nextRunExpected",
            "stale",
            "simulated",
            "model",
            "inputTier",
            "staleInputs",
            "capacityKw",
            "availableKw",
            "unit",
            "levels",
            "joules",
            "energyTier",
            "licence",
            "steps");
    assertThat(json.getString("runId")).isEqualTo("20260601T060000Z");
    assertThat(json.getString("issueTime")).isEqualTo("2026-06-01T06:00:00Z");
    assertThat(json.getString("inputTier")).isEqualTo("no-satellite");
    assertThat(json.getList("staleInputs")).isEqualTo(List.of("satellite"));
    assertThat(json.getBoolean("simulated")).isTrue();
    assertThat(json.getBoolean("stale")).isFalse();
    assertThat(json.getString("unit")).isEqualTo("kw");
    assertThat(json.getList("levels")).hasSize(7);
    assertThat(json.getList("steps")).hasSize(World.STEPS);
    assertThat(json.getString("steps[1].start")).isEqualTo("2026-06-01T06:30:00Z");
    assertThat(json.getString("steps[1].end")).isEqualTo("2026-06-01T07:00:00Z");
    List<Float> values = json.getList("steps[12].values", Float.class);
    assertThat(values).isSorted().allSatisfy(each -> assertThat(each).isBetween(0f, 2000f));
    // Missing is null, never zero; night is zero, never null.
    assertThat(json.getMap("steps[20]")).containsEntry("mean", null).containsEntry("values", null);
    assertThat(json.getFloat("steps[30].mean")).isZero();
  }

  @Test
  void partsAndUnitsAgreeWithTheWhole() {
    float kw = mean("/v1/sites/kamm-wind/forecast");
    assertThat(mean("/v1/sites/kamm-wind/forecast?unit=mw")).isEqualTo(kw / 1000);
    assertThat(mean("/v1/sites/kamm-wind/forecast?unit=fraction") * 12000)
        .isBetween(kw - 1, kw + 1);
    when()
        .get("/v1/sites/kamm-wind/forecast?levels=0.9,0.1,0.1")
        .then()
        .body("levels", contains(0.1f, 0.9f))
        .body("steps[0].values", hasSize(2));
    given()
        .urlEncodingEnabled(false)
        .get(
            "/v1/sites/kamm-wind/forecast?from=2026-06-01T08:00:00Z&to=2026-06-01T11:00:00%2B02:00")
        .then()
        .body("steps.start", contains("2026-06-01T08:00:00Z", "2026-06-01T08:30:00Z"));
    when()
        .get("/v1/sites/kamm-wind/forecast?from=2030-01-01T00:00:00Z")
        .then()
        .statusCode(200)
        .body("steps", hasSize(0));
  }

  private static float mean(String path) {
    return when().get(path).then().statusCode(200).extract().jsonPath().getFloat("steps[5].mean");
  }

  @Test
  void nothingNewIs304AndStaleIsNeverUnlabelled() {
    String tag =
        when().get("/v1/sites/kamm-wind/forecast").then().statusCode(200).extract().header("ETag");
    given()
        .header("If-None-Match", tag)
        .get("/v1/sites/kamm-wind/forecast")
        .then()
        .statusCode(304)
        .header("ETag", tag)
        .body(equalTo(""));
    // Next run at 07:00 and ten minutes of grace.
    TestClock.now = World.ISSUE.plusSeconds(4200);
    when().get("/v1/sites/kamm-wind/forecast").then().body("stale", equalTo(false));
    TestClock.now = World.ISSUE.plusSeconds(4201);
    given()
        .header("If-None-Match", tag)
        .get("/v1/sites/kamm-wind/forecast")
        .then()
        .statusCode(200)
        .body("stale", equalTo(true));
  }

  @Test
  void aNewRunIsServedWithinASecondAndADamagedOneNever() throws Exception {
    Instant later = World.ISSUE.plusSeconds(3600);
    Path damaged = World.published().resolve("runs/20260601T080000Z.arrow");
    Files.writeString(damaged, "not a run");
    Path file = World.publish(later);
    try {
      await("20260601T070000Z");
      when().get("/health/ready").then().statusCode(200);
    } finally {
      Files.delete(file);
      Files.delete(damaged);
    }
    await("20260601T060000Z");
  }

  private static void await(String runId) throws InterruptedException {
    long start = System.nanoTime();
    while (!runId.equals(
        when().get("/v1/sites/alpen-pv/forecast").then().statusCode(200).extract().path("runId"))) {
      assertThat(System.nanoTime() - start).isLessThan(1_000_000_000L);
      Thread.sleep(20);
    }
  }

  @Test
  void aNewRegistryIsFollowedAndADamagedOneIsNot() throws IOException, InterruptedException {
    Path file = World.published().resolve("sites.json");
    String before = Files.readString(file);
    Files.writeString(file, "[{");
    Thread.sleep(1200);
    when().get("/v1/sites").then().body("id", hasSize(4));
    Files.writeString(file, before.replace("Alpen solar park", "Alpine solar park"));
    Thread.sleep(1200);
    when().get("/v1/sites/alpen-pv").then().body("name", equalTo("Alpine solar park"));
    Files.writeString(file, before);
    Thread.sleep(1200);
    when().get("/v1/sites/alpen-pv").then().body("name", equalTo("Alpen solar park"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/sites/nowhere|404|unknown-site",
        "/v1/sites/nowhere/forecast|404|unknown-site",
        "/v1/sites/new-wind/forecast|404|no-forecast",
        "/v1/sites/UPPER/forecast|400|invalid-site-id",
        "/v1/sites/%27%20OR%201=1--/forecast|400|invalid-site-id",
        "/v1/sites/..%2f..%2fetc%2fpasswd/forecast|400|invalid-site-id",
        "/v1/sites/kamm-wind/forecast?unit=horsepower|400|invalid-unit",
        "/v1/sites/kamm-wind/forecast?levels=,|400|invalid-levels",
        "/v1/sites/kamm-wind/forecast?levels=0.5,NaN|400|invalid-levels",
        "/v1/sites/kamm-wind/forecast?levels=0.01|400|invalid-levels",
        "/v1/sites/kamm-wind/forecast?from=yesterday|400|invalid-time",
        "/v1/sites/kamm-wind/forecast?from=2026-06-01T06:00:00|400|invalid-time",
        "/v1/sites/kamm-wind/forecast?from=2026-06-02T00:00:00Z&to=2026-06-01T00:00:00Z|400|invalid-range",
        "/v1/nothing|404|not-found",
      })
  void bad(String path, int status, String code) {
    given()
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("status", equalTo(status))
        .body("detail", not(containsString("Exception")));
  }

  @Test
  void otherMethodsAreRefused() {
    given()
        .delete("/v1/sites")
        .then()
        .statusCode(405)
        .contentType("application/problem+json")
        .body("code", equalTo("method-not-allowed"))
        .body("detail", nullValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/v1/sites", "/v1/nothing", "/openapi", "/docs/", "/health/live"})
  void everyAnswerHasSecurityHeaders(String path) {
    when()
        .get(path)
        .then()
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "DENY")
        .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
  }

  @Test
  void documentsItselfAndIsHealthy() {
    String openApi =
        given().get("/openapi?format=json").then().statusCode(200).extract().asString();
    JsonPath json = JsonPath.from(openApi);
    assertThat(json.getMap("paths").keySet())
        .contains("/v1/sites", "/v1/sites/{id}", "/v1/sites/{id}/forecast", "/v1/green/windows");
    json.getMap("paths")
        .forEach(
            (path, operations) ->
                assertThat(operations.toString()).as("%s", path).contains("ay be called by"));
    when().get("/docs/").then().statusCode(200);
    when().get("/health/live").then().statusCode(200);
    when().get("/health/ready").then().statusCode(200).body("status", equalTo("UP"));
  }
}
