package org.skywatt.serving;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.skywatt.serving.GreenJobs.cancelAll;
import static org.skywatt.serving.GreenJobs.heartbeat;
import static org.skywatt.serving.GreenJobs.job;
import static org.skywatt.serving.GreenJobs.meter;
import static org.skywatt.serving.GreenJobs.read;
import static org.skywatt.serving.GreenJobs.submit;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.core.run.RunHeader;

/**
 * Speeds, places, batteries and jobs that wait for others, over HTTP from request to settlement.
 */
@QuarkusTest
@WithTestResource(World.class)
class GreenJobChoicesApiTest {
  private static final String PLACES =
      """
      {"places":[{"name":"valley","sites":["tal-pv"]},
                 {"name":"ridge","sites":["kamm-wind"],"transferKwh":%s}],
       "powerKw":3000,"duration":"PT3H","deadline":"2026-06-01T20:00:00Z"}
      """;

  @AfterEach
  void restore() {
    TestClock.reset();
    cancelAll();
  }

  @Test
  void aJobGoesWhereItAndItsTransferCostLeast() {
    JsonPath moved = submit(PLACES.formatted(100)).statusCode(201).extract().jsonPath();
    assertThat(moved.getString("plan.place")).isEqualTo("ridge");
    assertThat(moved.getDouble("plan.transferKwh")).isEqualTo(100);
    assertThat(moved.getString("plan.explanation")).contains("ridge costs least");
    // What it takes there is not there for others; the valley is free.
    assertThat(reserved("kamm-wind")).isGreaterThanOrEqualTo(3000);
    assertThat(reserved("tal-pv")).isZero();
    JsonPath stays = submit(PLACES.formatted(9000)).statusCode(201).extract().jsonPath();
    assertThat(stays.getString("plan.place")).isEqualTo("valley");

    Instant start = Instant.parse(moved.getString("plan.segments[0].start"));
    TestClock.now = start.plusSeconds(3 * 3600);
    heartbeat(moved.getString("id"), meter("done", start, TestClock.now, 9000));
    JsonPath settled = read("/v1/green/jobs/" + moved.getString("id") + "/settlement");
    assertThat(settled.getString("place")).isEqualTo("ridge");
    assertThat(settled.getDouble("transferKwh")).isEqualTo(100);
    assertThat(settled.getDouble("actualKwh")).isCloseTo(9000, within(1e-6));
    assertThat(settled.getDouble("greenKwh")).isGreaterThan(6000);
  }

  private static double reserved(String site) {
    return read("/v1/green/capacity-curves?sites=" + site)
        .getList("steps.reservedKw", Double.class)
        .stream()
        .mapToDouble(each -> each)
        .max()
        .orElseThrow();
  }

  @Test
  void elasticWorkRunsAtSeveralSpeedsAndIsReplanned() throws Exception {
    JsonPath planned =
        submit(
                """
                {"sites":["alpen-pv"],"work":100,"deadline":"2026-06-01T20:00:00Z",
                 "elasticPoints":[{"powerKw":1000,"workPerHour":10},
                                  {"powerKw":3000,"workPerHour":20}]}
                """)
            .statusCode(201)
            .extract()
            .jsonPath();
    List<Float> powers = planned.getList("plan.segments.powerKw", Float.class);
    assertThat(powers).contains(1000f, 3000f).doesNotContain(0f);
    double work = 0;
    double kwh = 0;
    for (int i = 0; i < powers.size(); i++) {
      Instant start = Instant.parse(planned.getString("plan.segments[" + i + "].start"));
      Instant end = Instant.parse(planned.getString("plan.segments[" + i + "].end"));
      double hours = (end.getEpochSecond() - start.getEpochSecond()) / 3600.0;
      work += hours * (powers.get(i) > 2000 ? 20 : 10);
      kwh += hours * powers.get(i);
    }
    assertThat(work).isCloseTo(100, within(0.01));
    String id = planned.getString("id");
    Instant start = Instant.parse(planned.getString("plan.segments[0].start"));
    TestClock.now = start.plusSeconds(60);
    heartbeat(id, "{\"state\":\"running\"}")
        .body("action", equalTo("run"))
        .body("powerKw", equalTo(powers.get(0)));
    // Half of the energy is used up, and a newer run comes: the rest is half of the work.
    Instant noon = World.ISSUE.plusSeconds(6 * 3600);
    TestClock.now = noon.plusSeconds(600);
    heartbeat(id, meter("running", start, noon, kwh / 2));
    assertThat(read("/v1/green/jobs/" + id + "/settlement").getDouble("plannedKwh"))
        .isCloseTo(kwh, within(1.0));
  }

  @Test
  void aBatteryMakesTheEveningGreen() {
    String evening =
        job(",\"duration\":\"PT2H\",\"earliestStart\":\"2026-06-01T18:00:00Z\"%s")
            .replace("100,", "1000,");
    JsonPath without = submit(evening.formatted("")).statusCode(201).extract().jsonPath();
    cancelAll();
    JsonPath with =
        submit(
                job(",\"duration\":\"PT2H\",\"battery\":{\"capacityKwh\":4000,\"powerKw\":2000}%s")
                    .replace("100,", "4500,")
                    .formatted(",\"interruptible\":true"))
            .statusCode(201)
            .extract()
            .jsonPath();
    assertThat(without.getDouble("plan.promisedGreen")).isLessThan(1);
    assertThat(with.getList("plan.battery.kwh", Double.class).stream().mapToDouble(x -> x).sum())
        .isCloseTo(0, within(1e-6));
    assertThat(with.getString("plan.explanation")).contains("by the battery");
    String id = with.getString("id");
    Instant start = Instant.parse(with.getString("plan.segments[0].start"));
    TestClock.now = Instant.parse("2026-06-01T19:00:00Z");
    heartbeat(id, meter("done", start, start.plusSeconds(7200), 9000));
    JsonPath settled = read("/v1/green/jobs/" + id + "/settlement");
    assertThat(settled.getDouble("batteryKwh")).isPositive();
    assertThat(settled.getDouble("greenKwh")).isLessThanOrEqualTo(9000.000001);
  }

  @Test
  void aJobWaitsForAnother() {
    String first = submit(job(",\"duration\":\"PT2H\"")).extract().jsonPath().getString("id");
    JsonPath second =
        submit(job(",\"duration\":\"PT1H\",\"after\":[\"" + first + "\"]"))
            .statusCode(201)
            .extract()
            .jsonPath();
    Instant end = Instant.parse(read("/v1/green/jobs/" + first).getString("plan.segments[0].end"));
    Instant start = Instant.parse(second.getString("plan.segments[0].start"));
    assertThat(start).isAfterOrEqualTo(end);
    // Its time has come, but what it waits for is late.
    TestClock.now = start.plusSeconds(60);
    String id = second.getString("id");
    heartbeat(id, "{\"state\":\"paused\"}")
        .body("action", equalTo("wait"))
        .body("waitsFor", equalTo(first));
    heartbeat(first, "{\"state\":\"done\"}");
    heartbeat(id, "{\"state\":\"paused\"}").body("action", equalTo("run"));
    // The end of all jobs that it waits for is the earliest start of the next.
    submit(job(",\"duration\":\"PT12H\",\"after\":[\"" + id + "\"]"))
        .statusCode(400)
        .body("code", equalTo("deadline-too-soon"));
    String third =
        submit(job(",\"duration\":\"PT1H\",\"after\":[\"" + id + "\"]"))
            .extract()
            .jsonPath()
            .getString("id");
    given().delete("/v1/green/jobs/" + id).then().statusCode(204);
    assertThat(read("/v1/green/jobs/" + third).getString("state")).isEqualTo("cancelled");
    submit(job(",\"duration\":\"PT1H\",\"after\":[\"" + id + "\"]"))
        .statusCode(400)
        .body("code", equalTo("invalid-after"));
  }

  @Test
  void roomIsLeftForAllThatWait() {
    // All wind from 08:00 on is taken, so that the first of three has to go before.
    String wind =
        """
        {"sites":["kamm-wind"],"powerKw":%s,"earliestStart":"%s","duration":"%s",
         "deadline":"2026-06-01T20:00:00Z"}
        """;
    String taken = id(submit(wind.formatted(12000, "2026-06-01T08:00:00Z", "PT12H")));
    String first = id(submit(wind.formatted(10000, "2026-06-01T06:00:00Z", "PT1H")));
    assertThat(end(first)).isEqualTo("2026-06-01T08:00:00Z");
    String second = id(submit(job(",\"duration\":\"PT2H\",\"after\":[\"" + first + "\"]")));
    String third =
        id(
            submit(
                job(",\"duration\":\"PT3H\",\"after\":[\""
                        + second.toUpperCase(Locale.ROOT)
                        + "\"]")
                    .replace("T20:00", "T16:00")));
    given().delete("/v1/green/jobs/" + taken).then().statusCode(204);
    // It did not begin in its time. There is most wind at 15:00, too late for the other two.
    TestClock.now = Instant.parse("2026-06-01T08:00:00Z");
    JsonPath again = read("/v1/green/jobs/" + first);
    assertThat(again.getInt("plan.version")).isEqualTo(2);
    assertThat(Instant.parse(again.getString("plan.segments[0].start")))
        .isAfterOrEqualTo(TestClock.now);
    assertThat(end(first)).isLessThanOrEqualTo("2026-06-01T11:00:00Z");
    assertThat(end(second)).isLessThanOrEqualTo("2026-06-01T13:00:00Z");
    assertThat(end(third)).isLessThanOrEqualTo("2026-06-01T16:00:00Z");
  }

  private static String id(ValidatableResponse submitted) {
    return submitted.statusCode(201).extract().jsonPath().getString("id");
  }

  private static String end(String id) {
    return read("/v1/green/jobs/" + id).getString("plan.segments[-1].end");
  }

  @Test
  void aJobThatCouldNotBeginSoonerIsSettledFromThen() {
    String first = id(submit(job(",\"duration\":\"PT2H\"")));
    String body =
        job(",\"duration\":\"PT2H\",\"after\":[\"" + first + "\"]").replace("100,", "4000,");
    String second = id(submit(body));
    Instant done = Instant.parse("2026-06-01T12:30:00Z");
    TestClock.now = done;
    heartbeat(first, "{\"state\":\"done\"}");
    Instant end = done.plusSeconds(7200);
    TestClock.now = end;
    heartbeat(second, meter("done", done, end, 8000));
    JsonPath settled = read("/v1/green/jobs/" + second + "/settlement");
    // It ran at once when it could, the sun past its height: none could have done better.
    double green = settled.getDouble("greenKwh");
    assertThat(settled.getDouble("atOnceGreenKwh")).isCloseTo(green, within(1e-3));
    assertThat(settled.getDouble("oracleGreenKwh")).isCloseTo(green, within(1e-3));
  }

  @Test
  void aQueuedJobIsPlannedOnceARun() throws Exception {
    String all = "{\"sites\":[\"kamm-wind\"],\"powerKw\":%s,\"duration\":\"%s\",%s}";
    String taken =
        id(submit(all.formatted(12000, "PT47H", "\"deadline\":\"2026-06-03T06:00:00Z\"")));
    String more = "\"green\":0.9,\"deadline\":\"2026-06-03T09:00:00Z\"";
    String queued =
        submit(all.formatted(1000, "PT1H", more))
            .statusCode(202)
            .extract()
            .jsonPath()
            .getString("id");
    assertThat(read("/v1/green/jobs/" + queued).getString("state")).isEqualTo("queued");
    given().delete("/v1/green/jobs/" + taken).then().statusCode(204);
    assertThat(read("/v1/green/jobs/" + queued).getString("state")).isEqualTo("queued");
    Instant later = World.ISSUE.plusSeconds(1800);
    TestClock.now = later.plusSeconds(600);
    var run = World.publish(later);
    try {
      awaitRun(later);
      assertThat(read("/v1/green/jobs/" + queued).getString("state")).isEqualTo("planned");
    } finally {
      Files.delete(run);
      awaitRun(World.ISSUE);
    }
  }

  @Test
  void whatWaitsForAQueuedJobIsQueuedAndPlannedAfterIt() throws Exception {
    String queued =
        submit(
                """
                {"sites":["alpen-pv"],"powerKw":1000,"duration":"PT2H","green":0.99,
                 "earliestStart":"2026-06-03T00:00:00Z","deadline":"2026-06-03T20:00:00Z"}
                """)
            .statusCode(202)
            .extract()
            .jsonPath()
            .getString("id");
    String next =
        submit(
                """
                {"sites":["alpen-pv"],"powerKw":100,"duration":"PT1H","after":["%s"],
                 "deadline":"2026-06-04T00:00:00Z"}
                """
                    .formatted(queued))
            .statusCode(202)
            .body("state", equalTo("queued"))
            .extract()
            .jsonPath()
            .getString("id");
    Instant later = World.ISSUE.plusSeconds(30 * 3600);
    TestClock.now = later.plusSeconds(600);
    var run = World.publish(later);
    try {
      awaitRun(later);
      assertThat(read("/v1/green/jobs/" + next).getString("state")).isEqualTo("queued");
      String end = read("/v1/green/jobs/" + queued).getString("plan.segments[0].end");
      JsonPath planned = read("/v1/green/jobs/" + next);
      assertThat(planned.getString("state")).isEqualTo("planned");
      assertThat(Instant.parse(planned.getString("plan.segments[0].start")))
          .isAfterOrEqualTo(Instant.parse(end));
    } finally {
      Files.delete(run);
      awaitRun(World.ISSUE);
    }
  }

  @Test
  void aSubmissionThatIsSentAgainIsTheSameJob() {
    String body = job(",\"duration\":\"PT1H\"");
    String first = withKey("one", body).statusCode(201).extract().jsonPath().getString("id");
    withKey("one", body).statusCode(201).body("id", equalTo(first));
    withKey("one", body.replace("PT1H", "PT2H"))
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));
    withKey("two", body).statusCode(201).body("id", not(equalTo(first)));
    withKey("three", body.replace("}", ",\"name\":\"\\u0000\"}"))
        .statusCode(400)
        .body("code", equalTo("invalid-name"));
    withKey("two", body.replace("}", ",\"zone\":\"\\u0000\"}"))
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));
    withKey("a b", body).statusCode(400).body("code", equalTo("invalid-idempotency-key"));
    assertThat(read("/v1/green/jobs").getList("findAll { it.state == 'planned' }.id")).hasSize(2);
  }

  private static ValidatableResponse withKey(String key, String body) {
    return given()
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(body)
        .post("/v1/green/jobs")
        .then();
  }

  @Test
  void promisesOverSitesCountOnJointScenarios() {
    // All their power over fixed hours: they do not fail together, so more is promised of both.
    String body =
        job(",\"duration\":\"PT3H\",\"probability\":0.95,"
                + "\"earliestStart\":\"2026-06-01T10:00:00Z\"")
            .replace("T20:00", "T13:00")
            .replace("100,", "%s,");
    double pv = promised(body.formatted("5000"));
    double wind = promised(body.replace("alpen-pv", "kamm-wind").formatted("12000"));
    double both = promised(body.replace("alpen-pv", "alpen-pv\",\"kamm-wind").formatted("17000"));
    assertThat(both).isGreaterThan((pv * 5000 + wind * 12000) / 17000 + 0.005);
    assertThat(read("/v1/green?sites=alpen-pv,kamm-wind").getString("dependence"))
        .isEqualTo("distance-lag");
  }

  private static double promised(String body) {
    return given()
        .contentType("application/json")
        .body(body)
        .post("/v1/green/plans/simulate?as_of=2026-06-01T06:10:00Z")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getDouble("promisedGreen");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"work\":5|400|invalid-work",
        "\"work\":-5,\"elasticPoints\":[{\"powerKw\":1,\"workPerHour\":1}]|400|invalid-work",
        "\"work\":5,\"elasticPoints\":[]|400|invalid-work",
        "\"work\":5,\"elasticPoints\":[null]|400|invalid-work",
        "\"work\":5,\"elasticPoints\":[{\"powerKw\":-1,\"workPerHour\":1}]|400|invalid-work",
        "\"work\":5,\"powerKw\":1,\"elasticPoints\":[{\"powerKw\":1,\"workPerHour\":1}]|400|invalid-work",
        "\"work\":1e300,\"elasticPoints\":[{\"powerKw\":1,\"workPerHour\":1}]|400|invalid-duration",
        "\"duration\":\"PT1H\",\"powerKw\":1,\"battery\":{\"capacityKwh\":0,\"powerKw\":1}|400|invalid-battery",
        "\"duration\":\"PT1H\",\"powerKw\":1,\"battery\":{\"capacityKwh\":5,\"powerKw\":1,\"efficiency\":2}|400|invalid-battery",
        "\"work\":1e-9,\"elasticPoints\":[{\"powerKw\":1,\"workPerHour\":1}]|400|invalid-work",
        "\"work\":1,\"elasticPoints\":[{\"powerKw\":1,\"workPerHour\":1e300}]|400|invalid-work",
        "\"duration\":\"PT1H\",\"powerKw\":1,\"after\":[null]|400|invalid-after",
        "\"duration\":\"PT1H\",\"powerKw\":1,\"zone\":\"\\u0000\"|400|invalid-zone",
        "\"duration\":\"PT1H\",\"powerKw\":1,\"after\":[\"nothing\"]|404|unknown-job",
        "\"duration\":\"PT1H\",\"powerKw\":1,\"after\":[\"7d444840-9dc0-11d1-b245-5ffdce74fad2\"]|404|unknown-job",
        "\"duration\":\"PT1H\",\"powerKw\":1,\"places\":[{\"name\":\"a\",\"sites\":[\"tal-pv\"]}]|400|invalid-places",
      })
  void bad(String more, int status, String code) {
    submit("{\"sites\":[\"alpen-pv\"],\"deadline\":\"2026-06-01T20:00:00Z\"," + more + "}")
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("detail", not(containsString("Exception")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]|invalid-places",
        "[null]|invalid-places",
        "[{\"sites\":[\"tal-pv\"]}]|invalid-places",
        "[{\"name\":\"a\",\"sites\":[]}]|invalid-sites",
        "[{\"name\":\"a\",\"sites\":[\"tal-pv\"],\"transferKwh\":-1}]|invalid-places",
        "[{\"name\":\"a\",\"sites\":[\"tal-pv\"]},{\"name\":\"a\",\"sites\":[\"tal-pv\"]}]|invalid-places",
      })
  void badPlaces(String places, String code) {
    submit(
            "{\"deadline\":\"2026-06-01T20:00:00Z\",\"duration\":\"PT1H\",\"powerKw\":1,\"places\":"
                + places
                + "}")
        .statusCode(400)
        .body("code", equalTo(code));
  }

  private static void awaitRun(Instant issue) throws IOException, InterruptedException {
    String id = RunHeader.stamp(issue);
    for (int i = 0; i < 100; i++) {
      if (read("/v1/green?sites=alpen-pv").getString("runId").equals(id)) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("run " + id + " is not taken up");
  }
}
