package org.skywatt.serving;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Portfolios, regions, and scenarios that hang together. */
@QuarkusTest
@WithTestResource(World.class)
class GroupsApiTest {
  private static final String SQUARE =
      "{\"type\":\"Polygon\",\"coordinates\":[[[8.2,46.7],[8.5,46.7],[8.5,47],[8.2,47],[8.2,46.7]]]}";

  private static final String WORLD =
      "{\"type\":\"Polygon\",\"coordinates\":[[[-170,-80],[170,-80],[170,80],[-170,80],[-170,-80]]]}";

  private static JsonPath get(String path) {
    return when().get(path).then().statusCode(200).extract().jsonPath();
  }

  private static void make(String kind, String body) {
    given().contentType("application/json").body(body).post("/v1/" + kind).then().statusCode(201);
  }

  @AfterEach
  void removeAll() {
    for (String kind : List.of("portfolios", "regions")) {
      for (String id : get("/v1/" + kind).getList("id", String.class)) {
        when().delete("/v1/" + kind + "/" + id).then().statusCode(204);
      }
    }
  }

  @Test
  void aPortfolioIsTheSumOfItsMembers() {
    make(
        "portfolios",
        "{\"id\":\"both\",\"name\":\"Both\",\"siteIds\":[\"kamm-wind\",\"alpen-pv\"]}");
    JsonPath wind = get("/v1/sites/kamm-wind/forecast");
    JsonPath sun = get("/v1/sites/alpen-pv/forecast");
    JsonPath both = get("/v1/portfolios/both/forecast");
    assertThat(both.getString("portfolioId")).isEqualTo("both");
    assertThat(both.getInt("sites")).isEqualTo(2);
    assertThat(both.getFloat("capacityKw")).isEqualTo(17000);
    assertThat(both.getString("dependence")).isEqualTo("distance-lag");
    for (int step = 0; step < World.STEPS; step++) {
      String mean = "steps[" + step + "].mean";
      assertThat(both.getFloat(mean))
          .isCloseTo(wind.getFloat(mean) + sun.getFloat(mean), within(0.01f));
    }
    // At noon both are uncertain and not fully dependent: the band is narrower than the sum of
    // both.
    int noon = 12;
    assertThat(width(both, noon)).isLessThan(0.95 * (width(wind, noon) + width(sun, noon)));
    assertThat(width(both, noon))
        .isGreaterThan(Math.max(width(wind, noon), width(sun, noon)) * 0.8);
  }

  @Test
  void aPortfolioIsAddedUpBeforeItIsAskedFor() throws Exception {
    make("portfolios", "{\"id\":\"ahead\",\"name\":\"N\",\"siteIds\":[\"alpen-pv\",\"tal-pv\"]}");
    get("/v1/portfolios/ahead/forecast");
    double before = sums();
    int limit =
        given()
            .contentType("application/json")
            .body("{\"kind\":\"export-limit\",\"start\":\"2026-06-01T10:00:00Z\",\"limitKw\":77}")
            .post("/v1/sites/alpen-pv/availability")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    try {
      for (int i = 0; i < 400 && sums() == before; i++) {
        Thread.sleep(25);
      }
      assertThat(sums()).isEqualTo(before + 1);
      get("/v1/portfolios/ahead/forecast");
      get("/v1/portfolios/ahead/energy?from=2026-06-01T10:00:00Z&to=2026-06-01T12:00:00Z");
      assertThat(sums()).isEqualTo(before + 1);
    } finally {
      when().delete("/v1/sites/alpen-pv/availability/" + limit).then().statusCode(204);
    }
  }

  private static double sums() {
    String metrics = when().get("/metrics").then().statusCode(200).extract().asString();
    return metrics
        .lines()
        .filter(line -> line.startsWith("skywatt_group_sums_total"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void longListsComeInPages() {
    for (String id : List.of("a", "b", "c")) {
      make("portfolios", "{\"id\":\"" + id + "\",\"name\":\"N\",\"siteIds\":[\"tal-pv\"]}");
    }
    when()
        .get("/v1/portfolios?limit=1&after=a&fields=id")
        .then()
        .body("", equalTo(List.of(java.util.Map.of("id", "b"))))
        .header("Link", org.hamcrest.Matchers.containsString("after=b"));
    when().get("/v1/portfolios?limit=0").then().statusCode(400);
  }

  @Test
  void aHorizonOverTooManySitesAndHoursIsRefused() {
    make("regions", "{\"id\":\"world\",\"name\":\"All\",\"geometry\":" + WORLD + "}");
    String window = "?horizon_minutes=60&from=2026-06-01T00:00:00Z&to=";
    int sites = get("/v1/regions/world/forecast").getInt("sites");
    assertThat(sites).isGreaterThanOrEqualTo(3); // 744 hours times that is more than 2000
    get("/v1/regions/world/forecast" + window + "2026-06-01T12:00:00Z");
    for (String question : List.of("forecast", "energy")) {
      when()
          .get("/v1/regions/world/" + question + window + "2026-07-02T00:00:00Z")
          .then()
          .statusCode(400)
          .body("code", equalTo("invalid-range"));
    }
  }

  private static double width(JsonPath json, int step) {
    List<Float> values = json.getList("steps[" + step + "].values", Float.class);
    return values.get(values.size() - 1) - values.get(0);
  }

  @Test
  void aPortfolioOfOneSiteIsThatSite() {
    make("portfolios", "{\"id\":\"one\",\"name\":\"One\",\"siteIds\":[\"kamm-wind\"]}");
    JsonPath site = get("/v1/sites/kamm-wind/forecast?levels=0.1,0.5,0.9");
    JsonPath one = get("/v1/portfolios/one/forecast?levels=0.1,0.5,0.9");
    for (int step = 0; step < World.STEPS; step += 7) {
      List<Float> expected = site.getList("steps[" + step + "].values", Float.class);
      List<Float> found = one.getList("steps[" + step + "].values", Float.class);
      for (int i = 0; i < 3; i++) {
        assertThat(found.get(i)).isCloseTo(expected.get(i), within(30f));
      }
    }
    assertThat(get("/v1/sites/kamm-wind/energy").getList("quantilesKwh", Float.class))
        .isEqualTo(get("/v1/portfolios/one/energy").getList("quantilesKwh", Float.class));
  }

  @Test
  void scenariosAddUpAndAreTheSameEachTime() {
    make(
        "portfolios",
        "{\"id\":\"both\",\"name\":\"Both\",\"siteIds\":[\"kamm-wind\",\"alpen-pv\"]}");
    String query = "/scenarios?count=200&to=2026-06-01T18:00:00Z";
    float[][] wind = get("/v1/sites/kamm-wind" + query).getObject("scenarios", float[][].class);
    float[][] sun = get("/v1/sites/alpen-pv" + query).getObject("scenarios", float[][].class);
    float[][] both = get("/v1/portfolios/both" + query).getObject("scenarios", float[][].class);
    assertThat(both).hasDimensions(200, 24);
    for (int i = 0; i < both.length; i++) {
      for (int step = 0; step < both[i].length; step++) {
        assertThat(both[i][step]).isCloseTo(wind[i][step] + sun[i][step], within(0.02f));
      }
    }
    assertThat(get("/v1/sites/kamm-wind" + query).getObject("scenarios", float[][].class))
        .isDeepEqualTo(wind);
    // Of energy the quantiles are those of the scenarios.
    double[] kwh = new double[both.length];
    Arrays.setAll(
        kwh,
        i -> {
          double sum = 0;
          for (float each : both[i]) {
            sum += each / 2;
          }
          return sum;
        });
    Arrays.sort(kwh);
    float median =
        get("/v1/portfolios/both/energy?levels=0.5&to=2026-06-01T18:00:00Z")
            .getFloat("quantilesKwh[0]");
    assertThat((double) median).isBetween(kwh[98], kwh[101]);
  }

  @Test
  void aRegionHoldsTheSitesInItsArea() {
    make("regions", "{\"id\":\"valley\",\"name\":\"Valley\",\"geometry\":" + SQUARE + "}");
    JsonPath region = get("/v1/regions/valley/forecast");
    assertThat(region.getInt("sites")).isEqualTo(2);
    assertThat(region.getString("inputTier")).isEqualTo("no-satellite");
    assertThat(region.getFloat("capacityKw")).isEqualTo(7000);
    // One member misses this step.
    assertThat(region.getString("steps[20].values")).isNull();
    assertThat(region.getList("steps[19].values")).hasSize(7);
    when().get("/v1/regions/valley/exceedance?threshold_kw=1000").then().statusCode(200);
    when()
        .get("/v1/regions/valley/ramps?threshold_kw=500&minutes=120&to=2026-06-01T12:00:00Z")
        .then()
        .statusCode(200)
        .body("ramps", hasSize(greaterThan(0)))
        .body("ramps.probability", everyItem(greaterThan(0.05f)));
    given()
        .contentType("application/json")
        .body("{\"name\":\"Valley\",\"technology\":\"wind\",\"geometry\":" + SQUARE + "}")
        .put("/v1/regions/valley")
        .then()
        .statusCode(200);
    when()
        .get("/v1/regions/valley/forecast")
        .then()
        .statusCode(404)
        .body("code", equalTo("no-forecast"));
  }

  @Test
  void aLimitCapsThePortfolioAtOnceAndTheTagTells() {
    make("portfolios", "{\"id\":\"both\",\"name\":\"B\",\"siteIds\":[\"kamm-wind\",\"gone-pv\"]}");
    String path = "/v1/portfolios/both/forecast";
    String tag =
        when().get(path).then().body("missingSites", contains("gone-pv")).extract().header("ETag");
    given().header("If-None-Match", tag).get(path).then().statusCode(304);
    given()
        .contentType("application/json")
        .body("{\"name\":\"B\",\"siteIds\":[\"kamm-wind\",\"lost-pv\"]}")
        .put("/v1/portfolios/both")
        .then()
        .statusCode(200);
    tag =
        given()
            .header("If-None-Match", tag)
            .get(path)
            .then()
            .statusCode(200)
            .body("missingSites", contains("lost-pv"))
            .extract()
            .header("ETag");
    int limit =
        given()
            .contentType("application/json")
            .body("{\"kind\":\"export-limit\",\"start\":\"2026-06-01T00:00:00Z\",\"limitKw\":3000}")
            .post("/v1/sites/kamm-wind/availability")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    try {
      given().header("If-None-Match", tag).get(path).then().statusCode(200);
      List<List<Number>> values = get(path).getList("steps.values");
      assertThat(values)
          .allSatisfy(each -> assertThat(each.get(6).doubleValue()).isLessThanOrEqualTo(3000.01));
    } finally {
      when().delete("/v1/sites/kamm-wind/availability/" + limit).then().statusCode(204);
    }
  }

  @Test
  void longerStepsAndCsvAreThereToo() {
    make("portfolios", "{\"id\":\"one\",\"name\":\"One\",\"siteIds\":[\"kamm-wind\"]}");
    JsonPath hours =
        get("/v1/portfolios/one/forecast?resolution=60&unit=fraction&tz=Europe/Berlin");
    assertThat(hours.getList("steps")).hasSize(48);
    assertThat(hours.getString("steps[0].start")).isEqualTo("2026-06-01T08:00:00+02:00");
    String csv = given().accept("text/csv").get("/v1/portfolios/one/forecast").asString();
    assertThat(csv).startsWith("start,end,mean,q0.05");
    when().get("/v1/portfolios/one/forecast?as_of=2020-01-01T00:00:00Z").then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"id\":\"x\",\"name\":\"x\"}",
        "{\"id\":\"x\",\"name\":\"x\",\"siteIds\":[]}",
        "{\"id\":\"x\",\"name\":\"x\",\"siteIds\":[\"Bad Id\"]}",
        "{\"id\":\"x\",\"name\":\"x\",\"siteIds\":[null]}",
        "{\"id\":\"../x\",\"name\":\"x\",\"siteIds\":[\"a\"]}",
        "{\"id\":\"x\",\"name\":\" \",\"siteIds\":[\"a\"]}",
        "{\"id\":\"x\",\"name\":\"x\\u0000\",\"siteIds\":[\"a\"]}",
        "{\"id\":\"x\",\"name\":\"x\",\"siteIds\":[\"a\"],\"technology\":\"tidal\"}",
        "{\"id\":\"x\",\"name\":\"x\",\"siteIds\":[\"a\"],\"geometry\":{}}",
        "{\"id\":\"x\",\"name\":\"x\",\"siteIds\":[\"a\"],\"more\":1}"
      })
  void whatIsNoPortfolioIsRefused(String body) {
    given()
        .contentType("application/json")
        .body(body)
        .post("/v1/portfolios")
        .then()
        .statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "{\"type\":\"Point\",\"coordinates\":[8,46]}",
        "{\"type\":\"Polygon\",\"coordinates\":[]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[8,46],[9,46],[8,46]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[8,46],[9,46],[9,47],[8,47]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[8,46],[9,460],[9,47],[8,46]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[8,\"a\"],[9,46],[9,47],[8,46]]]}",
        "{\"type\":\"MultiPolygon\",\"coordinates\":7}"
      })
  void whatIsNoAreaIsRefused(String geometry) {
    given()
        .contentType("application/json")
        .body("{\"id\":\"x\",\"name\":\"x\",\"geometry\":" + geometry + "}")
        .post("/v1/regions")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-region"));
  }

  @Test
  void anIdIsTakenOnceAndChangesAreTold() {
    String body = "{\"id\":\"twice\",\"name\":\"x\",\"siteIds\":[\"kamm-wind\"]}";
    make("portfolios", body);
    given()
        .contentType("application/json")
        .body(body)
        .post("/v1/portfolios")
        .then()
        .statusCode(409)
        .body("code", equalTo("portfolio-exists"));
    when().get("/v1/changes").then().body("changes.kind", hasItem("portfolio-created"));
    when()
        .get("/v1/portfolios/nope")
        .then()
        .statusCode(404)
        .body("code", equalTo("unknown-portfolio"));
    when().get("/v1/sites/kamm-wind/scenarios?count=201").then().statusCode(400);
    when().get("/v1/sites/kamm-wind/scenarios?count=x").then().statusCode(400);
  }
}
