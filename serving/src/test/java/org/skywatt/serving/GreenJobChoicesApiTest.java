package org.skywatt.serving;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
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
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Speeds, places, batteries and keys of submissions, over HTTP from request to settlement. */
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
    assertThat(sum(planned, GreenJobChoicesApiTest::workPerHour)).isCloseTo(100, within(0.01));
    double kwh = sum(planned, power -> power);
    String id = planned.getString("id");
    Instant start = Instant.parse(planned.getString("plan.segments[0].start"));
    TestClock.now = start.plusSeconds(60);
    heartbeat(id, "{\"state\":\"running\"}")
        .body("action", equalTo("run"))
        .body("powerKw", equalTo(powers.get(0)));
    // Its time is over with half of the energy used, and a newer run has come: the rest is half of
    // the work.
    Instant noon = World.ISSUE.plusSeconds(6 * 3600);
    Instant end = Instant.parse(planned.getString("plan.segments[-1].end"));
    TestClock.now = end.plusSeconds(60);
    Path run = World.publish(noon);
    try {
      awaitRun(noon);
      heartbeat(id, meter("running", start, end, kwh / 2));
      JsonPath again = read("/v1/green/jobs/" + id);
      assertThat(again.getInt("plan.version")).isEqualTo(2);
      assertThat(sum(again, GreenJobChoicesApiTest::workPerHour)).isCloseTo(50, within(0.1));
    } finally {
      Files.delete(run);
      awaitRun(World.ISSUE);
    }
  }

  private static double workPerHour(double powerKw) {
    return powerKw > 2000 ? 20 : 10;
  }

  /** The sum over the segments of a plan of what is done in an hour at a power, kW. */
  private static double sum(JsonPath job, DoubleUnaryOperator perHour) {
    List<Float> powers = job.getList("plan.segments.powerKw", Float.class);
    double sum = 0;
    for (int i = 0; i < powers.size(); i++) {
      Instant start = Instant.parse(job.getString("plan.segments[" + i + "].start"));
      Instant end = Instant.parse(job.getString("plan.segments[" + i + "].end"));
      double hours = (end.getEpochSecond() - start.getEpochSecond()) / 3600.0;
      sum += hours * perHour.applyAsDouble(powers.get(i));
    }
    return sum;
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
}
