package org.skywatt.serving;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.skywatt.serving.GreenJobs.cancelAll;
import static org.skywatt.serving.GreenJobs.heartbeat;
import static org.skywatt.serving.GreenJobs.job;
import static org.skywatt.serving.GreenJobs.meter;
import static org.skywatt.serving.GreenJobs.read;
import static org.skywatt.serving.GreenJobs.submit;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is posted moves jobs and settles them: prices, limits, readings, carbon intensity. */
@QuarkusTest
@WithTestResource(World.class)
class JobSignalsApiTest {
  @AfterEach
  void restore() {
    TestClock.reset();
  }

  @Test
  void thePriceMovesAJobAndLaterPricesDoNotChangeThePast() {
    given()
        .contentType("text/csv")
        .body(
            """
            start,end,price_per_mwh
            2026-06-01T06:00:00Z,2026-06-01T20:00:00Z,90
            2026-06-01T16:00:00Z,2026-06-01T18:00:00Z,-500
            """)
        .put("/v1/green/price/DE")
        .then()
        .statusCode(204);
    String body =
        job(",\"duration\":\"PT2H\",\"zone\":\"DE\",\"objective\":\"price\"")
            .replace("100,", "9000,");
    JsonPath plan = submit(body).statusCode(201).extract().jsonPath();
    assertThat(plan.getString("plan.segments[0].start")).isEqualTo("2026-06-01T16:00:00Z");
    assertThat(plan.getString("plan.explanation")).contains("a MWh to pay");
    // The prices were posted now; half an hour ago nobody knew them.
    given()
        .contentType("application/json")
        .body(body)
        .post("/v1/green/plans/simulate?as_of=2026-06-01T06:05:00Z")
        .then()
        .statusCode(400)
        .body("code", equalTo("no-signal"));
    given()
        .contentType("application/json")
        .body(
            "{\"prices\":[{\"start\":\"2026-06-01T06:00:00Z\",\"end\":\"soon\",\"pricePerMwh\":1}]}")
        .put("/v1/green/price/DE")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-price"))
        .body("detail", containsString("entry 0"));
    cancelAll();
  }

  @Test
  void jobsKeepWithinTheLimitsOfTheirOrganisation() {
    limits("{\"powerKw\":150,\"jobsAtOnce\":5}");
    String body = job(",\"duration\":\"PT6H\"");
    String first =
        submit(body).statusCode(201).extract().jsonPath().getString("plan.segments[0].start");
    JsonPath second = submit(body).statusCode(201).extract().jsonPath();
    Duration apart =
        Duration.between(
            Instant.parse(first), Instant.parse(second.getString("plan.segments[0].start")));
    assertThat(apart.abs()).isGreaterThanOrEqualTo(Duration.ofHours(6));
    submit(body).statusCode(409).body("detail", containsString("limits"));
    limits("{}");
    submit(body).statusCode(201);
    cancelAll();
  }

  private static void limits(String body) {
    given()
        .contentType("application/json")
        .body(body)
        .put("/v1/green/limits")
        .then()
        .statusCode(200);
  }

  @Test
  void theSettlementCountsMeteredGreenPowerAndMeasuredIntensity() {
    Instant start = World.ISSUE.plus(Duration.ofHours(1));
    String id =
        submit(job(",\"duration\":\"PT2H\",\"zone\":\"AT\"").replace("alpen-pv", "tal-pv"))
            .statusCode(201)
            .extract()
            .jsonPath()
            .getString("id");
    TestClock.now = World.ISSUE.plus(Duration.ofHours(15));
    given()
        .contentType("application/json")
        .body(
            "[{\"start\":\"2026-06-01T07:00:00Z\",\"end\":\"2026-06-01T08:00:00Z\",\"powerKw\":60},"
                + "{\"start\":\"2026-06-01T08:00:00Z\",\"end\":\"2026-06-01T09:00:00Z\",\"powerKw\":-1}]")
        .post("/v1/sites/tal-pv/generation")
        .then()
        .statusCode(200);
    given()
        .contentType("text/csv")
        .body(
            """
            start,end,grams_per_kwh
            2026-06-01T07:00:00Z,2026-06-01T08:00:00Z,300
            2026-06-01T08:00:00Z,2026-06-01T09:00:00Z,200
            """)
        .put("/v1/green/intensity/AT")
        .then()
        .statusCode(204);
    heartbeat(id, meter("done", start, start.plus(Duration.ofHours(2)), 200));
    JsonPath settled = read("/v1/green/jobs/" + id + "/settlement");
    // 100 kWh an hour: 60 of the first are green, none of the second.
    assertThat(settled.getDouble("actualKwh")).isCloseTo(200, within(1e-6));
    assertThat(settled.getDouble("greenKwh")).isCloseTo(60, within(1e-3));
    assertThat(settled.getDouble("locationBasedGrams")).isCloseTo(50_000, within(1.0));
    assertThat(settled.getDouble("marketBasedGrams")).isCloseTo(40 * 300 + 100 * 200, within(1.0));
    assertThat(settled.getString("greenSource")).isEqualTo("mixed");
    List<Float> hours = settled.getList("hours.actualKwh", Float.class);
    assertThat(hours).hasSize(2);
    assertThat(hours.stream().mapToDouble(each -> each).sum()).isCloseTo(200, within(1e-3));
  }

  @Test
  void scalersReadWhatIsFreeAndDueNow() {
    cancelAll();
    TestClock.now = Instant.parse("2026-06-01T12:00:00Z");
    String path = "/v1/green/metrics?sites=alpen-pv&probability=0.5&worker_kw=1000";
    JsonPath before = read(path);
    double green = before.getDouble("greenKw");
    assertThat(green).isGreaterThan(3000);
    assertThat(before.getInt("workers")).isEqualTo((int) (green / 1000));
    String body = job(",\"duration\":\"PT8H\"").replace("100,", "1500,");
    submit(body).statusCode(201);
    submit(job(",\"duration\":\"PT30M\",\"earliestStart\":\"2026-06-01T19:00:00Z\""))
        .statusCode(201);
    JsonPath after = read(path);
    assertThat(after.getDouble("freeKw")).isCloseTo(green - 1500, within(0.01));
    assertThat(after.getInt("jobs.due")).isEqualTo(1);
    assertThat(after.getInt("jobs.planned")).isEqualTo(2);
    String plain = path.replace("metrics", "metrics/prometheus");
    String text = given().get(plain).then().statusCode(200).extract().asString();
    assertThat(text)
        .contains("# TYPE skywatt_green_free_kw gauge\nskywatt_green_free_kw ")
        .contains("skywatt_green_jobs_due 1.00000\n", "skywatt_green_jobs{state=\"planned\"} 2\n");
    // Beyond the forecast nothing is known, which is not nothing.
    TestClock.now = World.ISSUE.plus(Duration.ofDays(9));
    assertThat(read(path).getString("freeKw")).isNull();
    assertThat(given().get(plain).asString()).doesNotContain("free_kw");
    given()
        .get("/v1/green/metrics?sites=alpen-pv&worker_kw=0")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-power"));
    cancelAll();
  }
}
