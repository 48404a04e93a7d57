package org.skywatt.serving;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways of reading forecasts beyond the newest run of one site as it is. */
@QuarkusTest
@WithTestResource(World.class)
class ReadsApiTest {
  private static final String WIND = "/v1/sites/kamm-wind/forecast";

  private static JsonPath get(String path) {
    return when().get(path).then().statusCode(200).extract().jsonPath();
  }

  @Test
  void anyLevelBetweenThoseOfTheRunIsInterpolated() {
    JsonPath json = get(WIND + "?levels=0.5,0.6,0.75");
    List<Float> values = json.getList("steps[3].values", Float.class);
    // 0.6 is two fifths of the way from 0.5 to 0.75.
    assertThat(values.get(1)).isCloseTo(values.get(0) * 0.6f + values.get(2) * 0.4f, within(0.01f));
  }

  @Test
  void settlementPeriodsAreTheMarkets() {
    JsonPath json = get(WIND + "?resolution=settlement&market=DE&from=2026-06-01T22:00:00Z");
    assertThat(json.getString("steps[0].start")).isEqualTo("2026-06-02T00:00:00+02:00");
    assertThat(json.getString("steps[0].settlementDate")).isEqualTo("2026-06-02");
    assertThat(json.getInt("steps[0].settlementPeriod")).isEqualTo(1);
    assertThat(json.getInt("steps[95].settlementPeriod")).isEqualTo(96);
    // Within half an hour power is constant, so nothing is assumed of dependence.
    assertThat(json.getMap("")).doesNotContainKey("dependence");
    assertThat(get(WIND + "?resolution=120").getString("dependence")).isEqualTo("distance-lag");
    // Every other of these lies in two half hours.
    assertThat(get(WIND + "?resolution=20").getString("dependence")).isEqualTo("distance-lag");
  }

  @Test
  void longerStepsAreMeansAndEnergyAgrees() {
    JsonPath half = get(WIND + "?to=2026-06-01T10:00:00Z");
    JsonPath two = get(WIND + "?to=2026-06-01T10:00:00Z&resolution=120");
    List<Float> means = half.getList("steps.mean", Float.class);
    assertThat(two.getFloat("steps[0].mean"))
        .isCloseTo((means.get(0) + means.get(1) + means.get(2) + means.get(3)) / 4, within(0.01f));
    float kwh = get("/v1/sites/kamm-wind/energy?to=2026-06-01T08:00:00Z").getFloat("meanKwh");
    assertThat(kwh).isCloseTo(two.getFloat("steps[0].mean") * 2, within(0.1f));
  }

  @Test
  void runsOfThePastAreFoundByTime() throws IOException, InterruptedException {
    Path file = World.publish(World.ISSUE.minusSeconds(7200));
    try {
      assertThat(get(WIND + "?as_of=2026-06-01T05:59:59Z").getString("runId"))
          .isEqualTo("20260601T040000Z");
      assertThat(get(WIND + "?issued_before=2026-06-01T06:00:00Z").getString("runId"))
          .isEqualTo("20260601T040000Z");
      assertThat(get(WIND + "?as_of=2026-06-01T06:00:00Z").getString("runId"))
          .isEqualTo("20260601T060000Z");
      when()
          .get(WIND + "?as_of=2026-05-01T00:00:00Z")
          .then()
          .statusCode(404)
          .body("code", equalTo("no-run"));
      // Two hours ahead: until 08:00 only the run of 04:00 was there.
      JsonPath ahead =
          get(WIND + "?horizon_minutes=120&from=2026-06-01T07:00:00Z&to=2026-06-01T09:00:00Z");
      assertThat(ahead.getList("steps.runId"))
          .containsExactly(
              "20260601T040000Z", "20260601T040000Z", "20260601T060000Z", "20260601T060000Z");
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void csvAndArrowSayTheSame() throws IOException {
    String csv = given().accept("text/csv").get(WIND).then().statusCode(200).extract().asString();
    String[] lines = csv.split("\r\n");
    assertThat(lines[0]).isEqualTo("start,end,mean,q0.05,q0.1,q0.25,q0.5,q0.75,q0.9,q0.95");
    assertThat(lines).hasSize(World.STEPS + 1);
    assertThat(lines[1]).startsWith("2026-06-01T06:00:00Z,2026-06-01T06:30:00Z,");
    byte[] arrow =
        given()
            .accept("application/vnd.apache.arrow.stream")
            .get(WIND)
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    try (RootAllocator allocator = new RootAllocator();
        ArrowStreamReader reader =
            new ArrowStreamReader(new ByteArrayInputStream(arrow), allocator)) {
      VectorSchemaRoot root = reader.getVectorSchemaRoot();
      assertThat(reader.loadNextBatch()).isTrue();
      assertThat(root.getSchema().getCustomMetadata()).containsEntry("unit", "kw");
      Float8Vector mean = (Float8Vector) root.getVector("mean");
      assertThat(mean.get(0)).isEqualTo(Double.parseDouble(lines[1].split(",")[2]));
      assertThat(root.getRowCount()).isEqualTo(World.STEPS);
    }
    given().accept("image/png").get(WIND).then().statusCode(406);
  }

  @Test
  void aSnapshotIsEverySiteAtOneTime() {
    JsonPath json = get("/v1/forecasts/snapshot?time=2026-06-01T12:10:00Z");
    assertThat(json.getList("sites.siteId")).containsExactly("alpen-pv", "kamm-wind", "tal-pv");
    assertThat(json.getString("start")).isEqualTo("2026-06-01T12:00:00Z");
    assertThat(json.getFloat("sites[1].mean"))
        .isEqualTo(get(WIND + "?from=2026-06-01T12:10:00Z").getFloat("steps[0].mean"));
    assertThat(json.getList("sites.inputTier")).containsExactly("full", "full", "no-satellite");
    assertThat(json.getList("sites.staleInputs"))
        .containsExactly(List.of(), List.of(), List.of("satellite"));
    when()
        .get("/v1/forecasts/snapshot?time=2027-01-01T00:00:00Z")
        .then()
        .statusCode(422)
        .body("code", equalTo("beyond-forecast"));
    given()
        .accept("text/csv")
        .get("/v1/forecasts/snapshot?time=2026-06-01T12:10:00Z&levels=0.5")
        .then()
        .statusCode(200)
        .body(
            startsWith(
                "siteId,start,mean,q0.5,inputTier,staleInputs\r\nalpen-pv,2026-06-01T12:00:00Z,"));
  }

  @Test
  void aMatrixIsEverySiteAtEveryStep() {
    JsonPath json =
        get("/v1/forecasts/matrix?from=2026-06-01T12:00:00Z&to=2026-06-01T14:00:00Z&levels=0.5");
    assertThat(json.getList("starts")).hasSize(4);
    assertThat(json.getList("sites[2].steps")).hasSize(4);
    assertThat(json.getFloat("sites[1].steps[1].mean"))
        .isEqualTo(get(WIND + "?from=2026-06-01T12:30:00Z").getFloat("steps[0].mean"));
  }

  @Test
  void chancesFallFromOneBoundToTheOther() {
    JsonPath json = get("/v1/sites/kamm-wind/exceedance?threshold_kw=5000");
    assertThat(json.getList("steps.probability", Float.class))
        .allSatisfy(each -> assertThat(each).isBetween(0.0499f, 0.9501f));
    when()
        .get("/v1/sites/kamm-wind/exceedance?threshold_kw=11999&to=2026-06-01T07:00:00Z")
        .then()
        .body("steps.bound", everyItem(equalTo("at-most")));
    when()
        .get("/v1/sites/kamm-wind/exceedance?threshold_kw=x")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-threshold"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "energy?x=",
        "exceedance?threshold_kw=1",
        "ramps?threshold_kw=100",
        "scenarios?count=1"
      })
  void whateverIsMadeOfAForecastSaysWhichItWas(String route) {
    JsonPath json = get("/v1/sites/alpen-pv/" + route + "&to=2026-06-01T12:00:00Z");
    JsonPath forecast = get("/v1/sites/alpen-pv/forecast");
    for (String field :
        List.of(
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
            "joules",
            "energyTier",
            "licence")) {
      Object told = json.get(field);
      assertThat(told instanceof Number number ? (Object) number.doubleValue() : told)
          .as("%s of %s", field, route)
          .isNotNull()
          .isEqualTo(
              told instanceof Number ? (Object) forecast.getDouble(field) : forecast.get(field));
    }
  }

  @Test
  void theMorningIsARamp() {
    JsonPath json = get("/v1/sites/alpen-pv/ramps?threshold_kw=1500&minutes=180");
    assertThat(json.getList("ramps.changeKw", Float.class))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(Math.abs(each)).isGreaterThanOrEqualTo(1500));
  }

  @Test
  void theClearSkyOfANightIsDark() {
    JsonPath json =
        get("/v1/sites/alpen-pv/clearsky?from=2026-06-01T00:00:00Z&to=2026-06-01T12:00:00Z");
    assertThat(json.getList("steps")).hasSize(24);
    assertThat(json.getFloat("steps[0].ghiWm2")).isZero();
    assertThat(json.getFloat("steps[23].ghiWm2")).isBetween(900f, 1050f);
  }

  @Test
  void aDescribedSiteIsForecastFromTheWeather() throws Exception {
    String body =
        "{\"technology\":\"wind\",\"latitude\":47.1,\"longitude\":8.1,\"capacityKw\":100,"
            + "\"hubHeightM\":100,\"rotorDiameterM\":100,\"turbine\":\"generic\"}";
    given()
        .contentType("application/json")
        .body(body)
        .post("/v1/forecast")
        .then()
        .statusCode(422)
        .body("code", equalTo("no-weather"));
    Path weather = Weather.publish(World.published(), Instant.parse("2026-06-01T00:00:00Z"), 12);
    try {
      Thread.sleep(1100);
      JsonPath json =
          given()
              .contentType("application/json")
              .body(body)
              .post("/v1/forecast?levels=0.5")
              .then()
              .statusCode(200)
              .body("siteId", equalTo("described"))
              .body("model", startsWith("physical/test-nwp@"))
              .extract()
              .jsonPath();
      // 12 m/s at the hub is full power of an ordinary turbine within some percent.
      assertThat(json.getFloat("steps[0].values[0]")).isBetween(85f, 100f);
      // A registered site that no run has is forecast in the same way.
      when()
          .get("/v1/sites/new-wind/forecast")
          .then()
          .statusCode(200)
          .body("model", startsWith("physical/"))
          .body("inputTier", equalTo("no-satellite"));
      for (String broken :
          List.of("{}", "{\"technology\":\"wind\"}", body.replace("47.1", "147.1"))) {
        given()
            .contentType("application/json")
            .body(broken)
            .post("/v1/forecast")
            .then()
            .statusCode(400)
            .body("code", equalTo("invalid-site"));
      }
    } finally {
      Files.delete(weather);
      Thread.sleep(1100);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resolution=7|invalid-resolution",
        "resolution=settlement|invalid-resolution",
        "market=GB|invalid-resolution",
        "tz=Mars/Olympus|invalid-tz",
        "as_of=noon|invalid-time",
        "horizon_minutes=60|invalid-range",
        "horizon_minutes=-1&from=2026-06-01T00:00:00Z&to=2026-06-02T00:00:00Z|invalid-horizon",
        "horizon_minutes=60&from=2026-06-01T00:00:00Z&to=2026-08-02T00:00:00Z|invalid-range",
        "levels=0.999|invalid-levels",
      })
  void bad(String query, String code) {
    given()
        .urlEncodingEnabled(false)
        .get(WIND + "?" + query)
        .then()
        .statusCode(400)
        .body("code", equalTo(code));
  }

  @Test
  void unknownModelsAreSaid() {
    when()
        .get(WIND + "?model=oracle")
        .then()
        .statusCode(404)
        .body("code", equalTo("unknown-model"));
    when().get(WIND + "?model=forest-7").then().statusCode(200).body("steps", hasSize(World.STEPS));
    when().get(WIND + "?levels=0.5").then().body("levels", contains(0.5f));
  }
}
