package org.skywatt.serving;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What operators change: sites, limits, readings; and how that is told. */
@QuarkusTest
@WithTestResource(ClosedWorld.class)
class ChangesApiTest {
  private static final String NORTH = "nnnnnnn";
  private static final String SITE =
      "{\"id\":\"%s\",\"name\":\"Dach\",\"technology\":\"solar\",\"latitude\":46.5,"
          + "\"longitude\":8.0,\"capacityKw\":10,\"dcCapacityKw\":12,\"tiltDeg\":30,"
          + "\"azimuthDeg\":180}";

  @BeforeEach
  void issueKeys() throws SQLException, InterruptedException {
    ClosedWorld.issue("Nordlicht", NORTH);
    long start = System.nanoTime();
    while (operator().get("/v1/sites").statusCode() != 200) {
      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(5));
      Thread.sleep(50);
    }
  }

  private static RequestSpecification operator() {
    return given().header("Authorization", "Bearer " + ClosedWorld.key(NORTH, "operator"));
  }

  private static ValidatableResponse post(String path, String type, String body) {
    return operator().contentType(type).body(body).post(path).then();
  }

  private static ValidatableResponse post(String path, String body) {
    return post(path, "application/json", body);
  }

  @Test
  void aSiteIsRegisteredChangedAndRemoved() {
    post("/v1/sites", SITE.formatted("dach-1"))
        .statusCode(201)
        .header("Location", containsString("/v1/sites/dach-1"))
        .body("organisation", equalTo("Nordlicht"));
    post("/v1/sites", SITE.formatted("dach-1"))
        .statusCode(409)
        .body("code", equalTo("site-exists"));
    post("/v1/sites", SITE.formatted("kamm-wind"))
        .statusCode(409)
        .body("code", equalTo("site-exists"));
    post("/v1/sites", SITE.formatted("dach-2").replace("46.5", "146.5"))
        .statusCode(400)
        .body("code", equalTo("invalid-site"));
    post("/v1/sites", SITE.formatted("dach-2").replace("{", "{\"organisation\":\"Südwind\","))
        .statusCode(403);
    operator()
        .contentType("application/json")
        .body(SITE.formatted("dach-1").replace("30", "35"))
        .put("/v1/sites/dach-1")
        .then()
        .statusCode(200)
        .body("tiltDeg", equalTo(35f));
    operator()
        .contentType("application/json")
        .body(SITE.formatted("dach-1"))
        .put("/v1/sites/kamm-wind")
        .then()
        .statusCode(404);
    operator().delete("/v1/sites/kamm-wind").then().statusCode(404);
    operator()
        .delete("/v1/sites/alpen-pv")
        .then()
        .statusCode(409)
        .body("code", equalTo("published-site"));
    operator().delete("/v1/sites/dach-1").then().statusCode(204);
    operator().get("/v1/sites/dach-1").then().statusCode(404);
  }

  @Test
  void rowsOfAFileAreTakenOneByOne() {
    String csv =
        """
        id,name,technology,latitude,longitude,elevationM,capacityKw,hubHeightM,rotorDiameterM,turbine
        csv-1,"Wind, eins",wind,47,8,500,100,90,80,generic
        csv-2,Wind zwei,wind,147,8,500,100,90,80,generic
        csv-3,Wind drei,wind,47,8,500,x,90,80,generic
        kamm-wind,Fremd,wind,47,8,500,100,90,80,generic
        csv-4,zu kurz
        csv-1,doppelt,wind,47,8,500,100,90,80,generic
        """;
    post("/v1/sites/import", "text/csv", csv)
        .statusCode(200)
        .body("created", equalTo(1))
        .body("refused.row", contains(2, 3, 4, 5, 6));
    operator().get("/v1/sites/csv-1").then().body("name", equalTo("Wind, eins"));
    String geoJson =
        """
        {"type":"FeatureCollection","features":[
         {"type":"Feature","geometry":{"type":"Point","coordinates":[8.5,47.5]},
          "properties":{"id":"geo-1","name":"Geo","technology":"wind","capacityKw":100,
           "hubHeightM":90,"rotorDiameterM":80,"turbine":"generic"}},
         {"type":"Feature","geometry":{"type":"Polygon","coordinates":[]},"properties":{"id":"geo-2"}}]}
        """;
    post("/v1/sites/import", "application/geo+json", geoJson)
        .statusCode(200)
        .body("created", equalTo(1))
        .body("refused.row", contains(2));
    for (String bad : List.of("", "id,name\n", "id,id\nx,y\n", "a,\"b\nc,d\n")) {
      post("/v1/sites/import", "text/csv", bad).statusCode(400);
    }
    post("/v1/sites/import", "application/geo+json", "{}").statusCode(400);
    operator().delete("/v1/sites/csv-1").then().statusCode(204);
    operator().delete("/v1/sites/geo-1").then().statusCode(204);
  }

  @Test
  void sitesAreSearched() {
    operator().get("/v1/sites?text=ALPEN").then().body("id", contains("alpen-pv"));
    operator().get("/v1/sites?technology=wind").then().body("", hasSize(0));
    operator().get("/v1/sites?box=8.35,46,9,47").then().body("id", contains("tal-pv"));
    operator()
        .get("/v1/sites?polygon=8.2,46.7,8.35,46.7,8.35,46.85,8.2,46.85")
        .then()
        .body("id", contains("alpen-pv"));
    String link =
        operator()
            .get("/v1/sites?limit=1&fields=id,name&technology=solar")
            .then()
            .body("[0].keySet()", contains("id", "name"))
            .body("id", contains("alpen-pv"))
            .extract()
            .header("Link");
    // The next page is of the same question.
    assertThat(link).matches("</v1/sites\\?[^>]+>; rel=\"next\"").contains("technology=solar");
    operator()
        .urlEncodingEnabled(false)
        .get(link.substring(1, link.indexOf('>')))
        .then()
        .body("[0].keySet()", contains("id", "name"))
        .body("id", contains("tal-pv"))
        .header("Link", org.hamcrest.Matchers.nullValue());
    for (String bad :
        List.of("limit=0", "limit=x", "box=1,2,3", "polygon=1,2", "technology=coal")) {
      operator()
          .get("/v1/sites?" + bad)
          .then()
          .statusCode(400)
          .body("code", equalTo("invalid-search"));
    }
  }

  @Test
  void anOutageCapsTheNextAnswer() {
    String path = "/v1/sites/alpen-pv/forecast?from=2026-06-01T11:00:00Z&to=2026-06-01T13:00:00Z";
    String tag = operator().get(path).then().statusCode(200).extract().header("ETag");
    int id =
        post(
                "/v1/sites/alpen-pv/availability",
                "{\"kind\":\"export-limit\",\"start\":\"2026-06-01T11:30:00Z\","
                    + "\"end\":\"2026-06-01T12:30:00Z\",\"limitKw\":1000}")
            .statusCode(201)
            .extract()
            .path("id");
    JsonPath capped =
        operator()
            .header("If-None-Match", tag)
            .get(path)
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(capped.getFloat("steps[0].values[6]")).isGreaterThan(3000);
    assertThat(capped.getFloat("steps[1].mean")).isLessThanOrEqualTo(1000);
    assertThat(capped.getList("steps[2].values", Float.class))
        .allSatisfy(each -> assertThat(each).isLessThanOrEqualTo(1000));
    operator()
        .get("/v1/forecasts/snapshot?time=2026-06-01T12:00:00Z")
        .then()
        .body("sites[0].mean", lessThanOrEqualTo(1000f));
    operator().get("/v1/sites/alpen-pv/availability").then().body("id", contains(id));
    operator().delete("/v1/sites/alpen-pv/availability/" + id).then().statusCode(204);
    operator().delete("/v1/sites/alpen-pv/availability/" + id).then().statusCode(404);
    assertThat(operator().get(path).jsonPath().getFloat("steps[1].mean")).isGreaterThan(1000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}",
        "{\"kind\":\"holiday\",\"start\":\"2026-06-01T00:00:00Z\",\"limitKw\":1}",
        "{\"kind\":\"outage\",\"limitKw\":1}",
        "{\"kind\":\"outage\",\"start\":\"2026-06-01T00:00:00Z\"}",
        "{\"kind\":\"outage\",\"start\":\"2026-06-01T00:00:00Z\",\"limitKw\":-1}",
        "{\"kind\":\"outage\",\"start\":\"2026-06-01T00:00:00Z\",\"limitKw\":5001}",
        "{\"kind\":\"outage\",\"start\":\"2026-06-01T00:00:00Z\",\"end\":\"2026-06-01T00:00:00Z\",\"limitKw\":1}",
      })
  void impossibleLimitsAreRefused(String body) {
    post("/v1/sites/alpen-pv/availability", body)
        .statusCode(400)
        .body("code", equalTo("invalid-availability"));
  }

  @Test
  void readingsAreKeptOnceAndBadOnesTold() {
    String body =
        """
        [{"start":"2026-05-31T10:00:00Z","end":"2026-05-31T10:30:00Z","powerKw":100},
         {"start":"2026-05-31T10:30:00Z","end":"2026-05-31T11:00:00Z","powerKw":99999},
         {"start":"2026-05-31T11:00:00Z","end":"2026-05-31T10:30:00Z","powerKw":1},
         {"start":"2027-05-31T11:00:00Z","end":"2027-05-31T11:30:00Z","powerKw":1},
         {"start":"2026-05-31T11:00:00Z","end":"2026-05-31T11:30:00Z"},
         null,
         {"start":"yesterday","end":"2026-05-31T11:30:00Z","powerKw":1}]
        """;
    String path = "/v1/sites/tal-pv/generation";
    post(path, body)
        .statusCode(200)
        .body("accepted", equalTo(1))
        .body("refused.row", contains(2, 3, 4, 5, 6, 7))
        .body("refused[0].problem", containsString("not W, MW or kWh"));
    post(path, body).body("accepted", equalTo(0)).body("unchanged", equalTo(1));
    post(path, "text/csv", "start,end,power_kw\n2026-05-31T10:00:00Z,2026-05-31T10:30:00Z,120\n")
        .statusCode(200)
        .body("accepted", equalTo(1));
    operator()
        .get(path + "?from=2026-05-31T00:00:00Z&to=2026-06-01T00:00:00Z")
        .then()
        .body("powerKw", contains(120f));
    String outbox =
        operator().get("/v1/generation/outbox").then().statusCode(200).extract().asString();
    assertThat(outbox.lines())
        .startsWith("site_id,start,end,power_kw,available_at")
        .contains(
            "tal-pv,2026-05-31T10:00:00Z,2026-05-31T10:30:00Z,100.0,2026-06-01T06:10:00Z",
            "tal-pv,2026-05-31T10:00:00Z,2026-05-31T10:30:00Z,120.0,2026-06-01T06:10:00Z");
    for (String bad : List.of("", "[]", "{", "7", "[{}]")) {
      post(path, bad).statusCode(400);
    }
    post(path, "text/csv", "a,b\n1,2\n").statusCode(400);
    post("/v1/sites/kamm-wind/generation", body).statusCode(404);
  }

  @Test
  void aRepeatedRequestGetsTheSameAnswer() {
    String path = "/v1/sites/tal-pv/generation";
    String key = UUID.randomUUID().toString();
    String body =
        "{\"start\":\"2026-05-30T10:00:00Z\",\"end\":\"2026-05-30T10:30:00Z\",\"powerKw\":%d}";
    for (int i = 0; i < 2; i++) {
      operator()
          .contentType("application/json")
          .header("Idempotency-Key", key)
          .body(body.formatted(5))
          .post(path)
          .then()
          .statusCode(200)
          .body("accepted", equalTo(1));
    }
    operator()
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(body.formatted(6))
        .post(path)
        .then()
        .statusCode(409)
        .body("code", equalTo("idempotency-key-reused"));
  }

  @Test
  void changesAreToldInOrderAndWaitedFor() throws Exception {
    JsonPath before = operator().get("/v1/changes").jsonPath();
    assertThat(before.getList("changes.kind")).contains("run-published");
    long last = before.getLong("last");
    post("/v1/sites", SITE.formatted("told-1")).statusCode(201);
    operator()
        .get("/v1/changes?wait=10&after=" + last)
        .then()
        .statusCode(200)
        .body("changes.subject", hasItem("told-1"));
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:" + RestAssured.port + "/v1/changes/stream?after=" + last))
            .header("Authorization", "Bearer " + ClosedWorld.key(NORTH, "viewer"))
            .build();
    HttpResponse<InputStream> stream =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (!line.contains("told-1")) {
        line = lines.readLine();
      }
      assertThat(line).startsWith("data:");
    }
    operator().delete("/v1/sites/told-1").then().statusCode(204);
    operator().get("/v1/changes?wait=31").then().statusCode(400);
    operator().get("/v1/changes?after=x").then().statusCode(400);
  }

  @Test
  void aNewRunIsAChange() throws Exception {
    long last = operator().get("/v1/changes").jsonPath().getLong("last");
    Path file = World.publish(World.ISSUE.plusSeconds(1800));
    try {
      operator()
          .get("/v1/changes?wait=10&after=" + last)
          .then()
          .body("changes.subject", hasItem("20260601T063000Z"));
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void theServiceTellsHowItIs() {
    operator()
        .get("/v1/status")
        .then()
        .statusCode(200)
        .body("run.steps", equalTo(World.STEPS))
        .body("database", equalTo(true))
        .body("organisation", equalTo("Nordlicht"))
        .body("role", equalTo("operator"));
    given().get("/metrics").then().statusCode(401);
    operator()
        .get("/metrics")
        .then()
        .statusCode(200)
        .body(containsString("skywatt_run_age_seconds"))
        .body(containsString("http_server_requests_seconds_count"));
    given()
        .header("X-Request-Id", "abc-1")
        .get("/health/live")
        .then()
        .header("X-Request-Id", startsWith("abc-1"));
    given()
        .header("X-Request-Id", "a b\"")
        .get("/health/live")
        .then()
        .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
  }
}
