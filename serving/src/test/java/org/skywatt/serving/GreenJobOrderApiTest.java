package org.skywatt.serving;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
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
import io.restassured.response.ValidatableResponse;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jobs that wait for others or for the forecast, over HTTP. */
@QuarkusTest
@WithTestResource(World.class)
class GreenJobOrderApiTest {
  @AfterEach
  void restore() {
    TestClock.reset();
    cancelAll();
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
}
