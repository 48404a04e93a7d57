package org.skywatt.serving;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Carbon intensity in the shapes of its providers, asked for by the Carbon Aware SDK's routes. */
@QuarkusTest
@WithTestResource(World.class)
class IntensityApiTest {
  @Test
  void theBritishShapeIsMeasuredAndForecast() {
    put(
        "GB",
        """
        {"data":[
          {"from":"2026-06-01T04:00Z","to":"2026-06-01T04:30Z",
           "intensity":{"forecast":260,"actual":200,"index":"moderate"}},
          {"from":"2026-06-01T04:30Z","to":"2026-06-01T05:00Z",
           "intensity":{"forecast":100,"actual":100,"index":"low"}},
          {"from":"2026-06-01T05:00Z","to":"2026-06-01T05:30Z",
           "intensity":{"forecast":140,"actual":null,"index":"low"}}]}
        """);
    given()
        .get("/emissions/bylocation?location=GB")
        .then()
        .statusCode(200)
        .body("", hasSize(2))
        .body("[0].rating", equalTo(200f))
        .body("[0].duration", equalTo("00:30:00"));
    given()
        .get(
            "/emissions/average-carbon-intensity?location=GB"
                + "&startTime=2026-06-01T04:00:00Z&endTime=2026-06-01T05:00:00Z")
        .then()
        .statusCode(200)
        .body("carbonIntensity", equalTo(150f));
    given()
        .get("/emissions/forecasts/current?location=GB&windowSize=60")
        .then()
        .statusCode(200)
        .body("[0].windowSize", equalTo(60))
        .body("[0].forecastData", hasSize(2))
        .body("[0].optimalDataPoints", hasSize(1))
        .body("[0].optimalDataPoints[0].timestamp", equalTo("2026-06-01T04:30:00Z"))
        .body("[0].optimalDataPoints[0].value", equalTo(120f));
    given()
        .contentType("application/json")
        .body("[{\"location\":\"GB\",\"requestedAt\":\"2026-05-01T00:00:00Z\"}]")
        .post("/emissions/forecasts/batch")
        .then()
        .statusCode(404)
        .body("code", equalTo("no-forecast"));
  }

  @Test
  void otherShapesAndTheBestOfZones() {
    put(
        "DE",
        """
        {"zone":"DE","history":[
          {"datetime":"2026-06-01T03:00:00.000Z","carbonIntensity":410},
          {"datetime":"2026-06-01T04:00:00.000Z","carbonIntensity":390}]}
        """);
    put(
        "FR",
        """
        {"mix":[{"start":"2026-06-01T03:00:00Z","end":"2026-06-01T04:00:00Z",
                 "sources":{"nuclear":3,"coal":1}}]}
        """);
    given()
        .contentType("text/csv")
        .body("start,end,grams_per_kwh\n2026-06-01T05:00:00+02:00,2026-06-01T06:00:00+02:00,77\n")
        .put("/v1/green/intensity/AT")
        .then()
        .statusCode(204);
    given()
        .get("/emissions/bylocations/best?locations=DE&locations=FR&locations=AT")
        .then()
        .statusCode(200)
        .body("", hasSize(1))
        .body("[0].location", equalTo("AT"))
        .body("[0].time", equalTo("2026-06-01T03:00:00Z"));
    given().get("/emissions/bylocations?location=FR").then().body("[0].rating", equalTo(214f));
    given().get("/locations").then().statusCode(200).body("", hasKey("DE"));
    String means =
        """
        [{"location":"DE","startTime":"2026-06-01T03:00:00Z","endTime":"2026-06-01T05:00:00Z"}]
        """;
    float mean =
        given()
            .contentType("application/json")
            .body(means)
            .post("/emissions/average-carbon-intensity/batch")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .getFloat("[0].carbonIntensity");
    assertThat(mean).isEqualTo(400f);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|must have data",
        "[]|must have data",
        "{\"data\":[]}|has no value",
        "{\"data\":[{\"from\":\"soon\",\"to\":\"later\"}]}|entry 0",
        "{\"history\":[{\"carbonIntensity\":5}]}|datetime is missing",
        "{\"history\":[{\"datetime\":\"2026-06-01T03:00:00\",\"carbonIntensity\":5}]}|entry 0",
        "{\"history\":[{\"datetime\":\"2026-06-01T03:00:00Z\",\"carbonIntensity\":-5}]}|must be 0"
            + " to 5000",
        "{\"mix\":[{\"start\":\"2026-06-01T03:00:00Z\",\"end\":\"2026-06-01T04:00:00Z\",\"sources\":{\"peat\":1}}]}|'peat'",
      })
  void bad(String body, String detail) {
    given()
        .contentType("application/json")
        .body(body)
        .put("/v1/green/intensity/DE")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-intensity"))
        .body("detail", containsString(detail))
        .body("detail", not(containsString("Exception")));
  }

  @Test
  void unknownZonesAndRowsAreTold() {
    given()
        .get(
            "/emissions/average-carbon-intensity?location=XX&startTime=2026-06-01T04:00:00Z&endTime=2026-06-01T05:00:00Z")
        .then()
        .statusCode(404)
        .body("code", equalTo("no-intensity"));
    given().get("/emissions/bylocation").then().statusCode(400);
    given()
        .contentType("text/csv")
        .body("start,end,grams_per_kwh\n2026-06-01T05:00:00Z,2026-06-01T06:00:00Z,many\n")
        .put("/v1/green/intensity/AT")
        .then()
        .statusCode(400)
        .body("detail", containsString("line 2"));
  }

  private static void put(String zone, String body) {
    given()
        .contentType("application/json")
        .body(body)
        .put("/v1/green/intensity/" + zone)
        .then()
        .statusCode(204);
  }
}
