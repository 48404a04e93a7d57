package org.skywatt.serving;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.skywatt.serving.GreenJobs.awaitRun;
import static org.skywatt.serving.GreenJobs.cancelAll;
import static org.skywatt.serving.GreenJobs.heartbeat;
import static org.skywatt.serving.GreenJobs.job;
import static org.skywatt.serving.GreenJobs.meter;
import static org.skywatt.serving.GreenJobs.read;
import static org.skywatt.serving.GreenJobs.submit;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs over HTTP with a real database: the sun of this world stands highest at 12:00. */
@QuarkusTest
@WithTestResource(World.class)
class GreenJobsApiTest {
  private Path extraRun;

  @AfterEach
  void restore() throws IOException, InterruptedException {
    TestClock.reset();
    if (extraRun != null) {
      Files.delete(extraRun);
      extraRun = null;
      awaitRun(World.ISSUE);
    }
  }

  @Test
  void aJobMovesToGreenHoursIsSuspendedResumedAndItsSettlementAddsUp() {
    JsonPath planned =
        submit(
                """
                {"name":"training","sites":["alpen-pv"],"powerKw":3000,"duration":"PT3H",
                 "deadline":"2026-06-01T20:00:00Z","interruptible":true,"gridGramsPerKwh":400}
                """)
            .statusCode(201)
            .body("state", equalTo("planned"))
            .body("plan.version", equalTo(1))
            .body("plan.explanation", containsString("expected to be green"))
            .extract()
            .jsonPath();
    String id = planned.getString("id");
    assertThat(planned.getFloat("plan.expectedGreen"))
        .isGreaterThan(planned.getFloat("plan.greenIfNow") + 0.1f);
    Instant start = Instant.parse(planned.getString("plan.segments[0].start"));
    assertThat(start).isAfter(World.ISSUE.plus(Duration.ofHours(3)));

    heartbeat(id, "{\"state\":\"paused\"}")
        .body("action", equalTo("wait"))
        .body("until", equalTo(start.toString()));
    TestClock.now = start;
    heartbeat(id, "{\"state\":\"running\"}").body("action", equalTo("run"));
    Instant middle = start.plus(Duration.ofHours(1));
    TestClock.now = middle;
    heartbeat(id, meter("running", start, middle, 3000)).body("action", equalTo("run"));
    Instant resumed = middle.plus(Duration.ofMinutes(30));
    TestClock.now = resumed;
    heartbeat(id, meter("paused", middle, resumed, 0)).body("state", equalTo("paused"));
    Instant end = resumed.plus(Duration.ofHours(2));
    TestClock.now = end;
    heartbeat(id, meter("done", resumed, end, 6000)).body("action", equalTo("stop"));

    JsonPath settled = read("/v1/green/jobs/" + id + "/settlement");
    assertThat(settled.getDouble("actualKwh")).isCloseTo(9000, within(1e-6));
    assertThat(settled.getDouble("plannedKwh")).isCloseTo(9000, within(1.0));
    double green = settled.getDouble("greenKwh");
    assertThat(green).isBetween(settled.getDouble("atOnceGreenKwh"), 9000.0);
    assertThat(green).isLessThanOrEqualTo(settled.getDouble("oracleGreenKwh") + 1e-6);
    assertThat(settled.getDouble("locationBasedGrams")).isCloseTo(400 * 9000, within(1e-3));
    assertThat(settled.getDouble("marketBasedGrams")).isCloseTo(400 * (9000 - green), within(1e-3));
    assertThat(settled.getDouble("regretKwh"))
        .isCloseTo(settled.getDouble("oracleGreenKwh") - green, within(1e-6));
    assertThat(settled.getBoolean("promiseKept")).isTrue();

    String events =
        given().get("/v1/green/jobs/" + id + "/events").then().statusCode(200).extract().asString();
    assertThat(
            events
                .lines()
                .filter(line -> line.startsWith("event:"))
                .map(line -> line.substring(6).strip()))
        .containsExactly("planned", "paused", "running", "paused", "done");
  }

  @Test
  void jobsDoNotCountOnTheSamePower() {
    String body = job(",\"duration\":\"PT2H\"").replace("100,", "4000,");
    String first =
        submit(body).statusCode(201).extract().jsonPath().getString("plan.segments[0].start");
    JsonPath second = submit(body).statusCode(201).extract().jsonPath();
    assertThat(second.getString("plan.segments[0].start")).isNotEqualTo(first);
    JsonPath curve = read("/v1/green/capacity-curves?sites=alpen-pv&probability=0.5");
    assertThat(curve.getList("steps.reservedKw", Float.class)).anyMatch(kw -> kw >= 4000);
    given().delete("/v1/green/jobs/" + second.getString("id")).then().statusCode(204);
    assertThat(read("/v1/green/jobs/" + second.getString("id")).getString("state"))
        .isEqualTo("cancelled");
    cancelAll();
  }

  @Test
  void refusesWithTheNearestOffer() {
    JsonPath refused =
        submit(
                """
                {"sites":["alpen-pv"],"powerKw":3000,"duration":"PT2H","green":0.99,
                 "probability":0.95,"deadline":"2026-06-01T10:00:00Z"}
                """)
            .statusCode(409)
            .contentType("application/problem+json")
            .body("code", equalTo("no-green-hours"))
            .body("offer.deadline", notNullValue())
            .extract()
            .jsonPath();
    assertThat(refused.getFloat("offer.green")).isBetween(0.1f, 0.99f);
    submit(
            """
            {"sites":["alpen-pv"],"powerKw":3000,"duration":"PT2H","green":0.99,
             "probability":0.95,"deadline":"%s"}
            """
                .formatted(refused.getString("offer.deadline")))
        .statusCode(201);
    cancelAll();
  }

  @Test
  void aQueuedJobIsPlannedWhenTheForecastReachesItsHours() throws Exception {
    String id =
        submit(
                """
                {"sites":["alpen-pv"],"powerKw":1000,"duration":"PT2H","green":0.99,
                 "earliestStart":"2026-06-03T00:00:00Z","deadline":"2026-06-03T20:00:00Z"}
                """)
            .statusCode(202)
            .body("state", equalTo("queued"))
            .extract()
            .jsonPath()
            .getString("id");
    Instant later = World.ISSUE.plus(Duration.ofHours(20));
    TestClock.now = later.plusSeconds(600);
    extraRun = World.publish(later);
    awaitRun(later);
    JsonPath planned = read("/v1/green/jobs/" + id);
    assertThat(planned.getString("state")).isEqualTo("planned");
    assertThat(planned.getString("plan.runId")).isEqualTo("20260602T020000Z");
    assertThat(read("/v1/green/jobs/" + id + "/plans").getList("version")).containsExactly(1);
    given().delete("/v1/green/jobs/" + id).then().statusCode(204);
  }

  @Test
  void simulationKnowsOnlyWhatWasKnownThen() throws Exception {
    String before = simulate();
    extraRun = World.publish(World.ISSUE.plus(Duration.ofHours(5)));
    awaitRun(World.ISSUE.plus(Duration.ofHours(5)));
    assertThat(simulate()).isEqualTo(before);
    given()
        .contentType("application/json")
        .body(job(",\"duration\":\"PT2H\""))
        .post("/v1/green/plans/simulate?as_of=2026-05-30T00:00:00Z")
        .then()
        .statusCode(404)
        .body("code", equalTo("no-run"));
  }

  private static String simulate() {
    return given()
        .contentType("application/json")
        .body(job(",\"duration\":\"PT2H\""))
        .post("/v1/green/plans/simulate?as_of=2026-06-01T06:30:00Z")
        .then()
        .statusCode(200)
        .body("runId", equalTo("20260601T060000Z"))
        .extract()
        .asString();
  }

  @Test
  void theSignalIsWhatTheLoadLeaves() {
    JsonPath all = read("/v1/green?sites=alpen-pv,kamm-wind");
    JsonPath left = read("/v1/green?sites=alpen-pv,kamm-wind&load_kw=1000");
    assertThat(left.getDouble("steps[12].meanKw"))
        .isCloseTo(all.getDouble("steps[12].meanKw") - 1000, within(0.01));
    assertThat(left.getList("steps[12].quantilesKw", Float.class)).isSorted();
    JsonPath part =
        read("/v1/green?sites=alpen-pv&from=2026-06-01T07:00:00Z&to=2026-06-01T08:00:00Z");
    assertThat(part.getList("steps.start"))
        .containsExactly("2026-06-01T07:00:00Z", "2026-06-01T07:30:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"sites\":[\"alpen-pv\"]}|400|missing-field",
        "{\"deadline\":\"2026-06-01T20:00:00Z\",\"powerKw\":1,\"duration\":\"PT1H\"}|400|invalid-sites",
        ",\"duration\":\"PT15H\"|400|deadline-too-soon",
        ",\"duration\":\"PT-1H\"|400|invalid-duration",
        ",\"duration\":\"PT1H\",\"energyKwh\":5|400|invalid-duration",
        ",\"energyKwh\":1e300|400|invalid-duration",
        ",\"duration\":\"PT1H\",\"powerKw\":-5|400|invalid-power",
        ",\"duration\":\"PT1H\",\"powerProfileKw\":[1]|400|invalid-power",
        ",\"duration\":\"PT1H\",\"deadline\":\"2027-06-01T20:00:00Z\"|400|horizon-too-long",
        ",\"duration\":\"PT1H\",\"deadline\":\"2026-10-25T02:30:00\"|400|invalid-time",
        ",\"duration\":\"PT1H\",\"green\":1.5|400|invalid-promise",
        ",\"duration\":\"PT1H\",\"probability\":1|400|invalid-promise",
        ",\"duration\":\"PT1H\",\"restartKwh\":-1|400|invalid-restart",
        ",\"duration\":\"PT1H\",\"sites\":[\"nowhere\"]|404|unknown-site",
        ",\"duration\":\"PT1H\",\"fallback\":\"hope\"|400|invalid-fallback",
        ",\"duration\":\"PT1H\",\"surprise\":1|400|invalid-body",
        ",\"duration\":\"PT1H\",\"objective\":\"gold\"|400|invalid-objective",
        ",\"duration\":\"PT1H\",\"risk\":\"none\"|400|invalid-risk",
        ",\"duration\":\"PT1H\",\"maximumStarts\":0|400|invalid-restart",
        ",\"duration\":\"PT1H\",\"objective\":\"price\",\"zone\":\"nowhere\"|400|no-signal",
        ",\"duration\":\"PT1H\",\"sites\":[\"'; DROP TABLE site\"]|400|invalid-site-id",
        ",\"duration\":\"PT1H\",\"powerKw\":\"NaN\"|400|invalid-power",
      })
  void bad(String more, int status, String code) {
    submit(more.startsWith("{") ? more : job(more))
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("detail", not(containsString("Exception")));
  }

  @Test
  void aProfileOfTenThousandPartsIsRefused() {
    String profile = "1,".repeat(9999) + "1";
    submit(
            "{\"sites\":[\"alpen-pv\"],\"duration\":\"PT1H\",\"deadline\":\"2026-06-01T20:00:00Z\","
                + "\"powerProfileKw\":["
                + profile
                + "]}")
        .statusCode(400)
        .body("detail", containsString("10000 parts; give 1 to 1000"));
    given()
        .get("/v1/green/jobs/nothing")
        .then()
        .statusCode(404)
        .body("code", equalTo("unknown-job"));
  }
}
