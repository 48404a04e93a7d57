package org.skywatt.serving;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(World.class)
class GreenWindowsApiTest {
  private static ValidatableResponse post(String body) {
    return given().contentType("application/json").body(body).post("/v1/green/windows").then();
  }

  @Test
  void findsNoonForSolarAndComparesWithNow() {
    JsonPath json =
        post("""
                {"sites":["alpen-pv"],"duration":"PT2H","deadline":"2026-06-01T20:00:00Z",
                 "top":2,"levels":[0.1,0.9]}
                """)
            .statusCode(200)
            .body("levels", contains(0.1f, 0.9f))
            .body("windows", hasSize(2))
            .body("now.start", equalTo("2026-06-01T06:10:00Z"))
            .body("now.end", equalTo("2026-06-01T08:10:00Z"))
            .body("searchedUntil", equalTo("2026-06-01T20:00:00Z"))
            .body("stale", equalTo(false))
            .body("simulated", equalTo(true))
            .extract()
            .jsonPath();
    // The sun of this world stands highest at 12:00.
    assertThat(json.getString("windows[0].start")).isEqualTo("2026-06-01T11:00:00Z");
    assertThat(json.getFloat("windows[0].greenKwh.mean"))
        .isGreaterThan(json.getFloat("now.greenKwh.mean"))
        .isGreaterThan(json.getFloat("windows[1].greenKwh.mean"));
    assertThat(json.getList("windows[0].greenKwh.quantiles", Float.class)).isSorted();
  }

  @Test
  void aPortfolioIsTheSumOfItsSites() {
    float both = energyNow("\"alpen-pv\",\"kamm-wind\",\"alpen-pv\"");
    assertThat(both)
        .isBetween(
            energyNow("\"alpen-pv\"") + energyNow("\"kamm-wind\"") - 0.01f,
            energyNow("\"alpen-pv\"") + energyNow("\"kamm-wind\"") + 0.01f);
  }

  private static float energyNow(String sites) {
    return post("{\"sites\":["
            + sites
            + "],\"duration\":\"PT90M\","
            + "\"deadline\":\"2026-06-02T06:00:00Z\"}")
        .statusCode(200)
        .extract()
        .jsonPath()
        .getFloat("now.greenKwh.mean");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "|400|invalid-body",
        "{|400|invalid-body",
        "[]|400|invalid-body",
        "{\"sites\":\"alpen-pv\"}|400|invalid-body",
        "{\"sites\":[\"alpen-pv\"],\"surprise\":1}|400|invalid-body",
        "{\"sites\":[]}|400|invalid-sites",
        "{\"sites\":[null],\"duration\":\"PT1H\"}|400|invalid-site-id",
        "{\"sites\":[\"alpen-pv\"],\"deadline\":\"2026-06-01T20:00:00Z\"}|400|missing-field",
        "{\"sites\":[\"alpen-pv\"],\"duration\":\"PT1H\"}|400|missing-field",
        "{\"sites\":[\"alpen-pv\"],\"duration\":\"3h\",\"deadline\":\"2026-06-01T20:00:00Z\"}|400|invalid-duration",
        "{\"sites\":[\"alpen-pv\"],\"duration\":\"-PT1H\",\"deadline\":\"2026-06-01T20:00:00Z\"}|400|invalid-duration",
        "{\"sites\":[\"alpen-pv\"],\"duration\":\"PT0S\",\"deadline\":\"2026-06-01T20:00:00Z\"}|400|invalid-duration",
        "{\"sites\":[\"alpen-pv\"],\"duration\":\"PT1H\",\"deadline\":\"soon\"}|400|invalid-time",
        "{\"sites\":[\"alpen-pv\"],\"duration\":\"PT1H\",\"deadline\":\"2026-06-01T07:00:00Z\"}|400|deadline-too-soon",
        "{\"sites\":[\"alpen-pv\"],\"duration\":\"PT1H\",\"deadline\":\"2026-06-01T20:00:00Z\",\"top\":0}|400|invalid-top",
        "{\"sites\":[\"alpen-pv\"],\"duration\":\"PT1H\",\"deadline\":\"2026-06-01T20:00:00Z\",\"levels\":[0.4]}|400|invalid-levels",
        "{\"sites\":[\"alpen-pv\"],\"duration\":\"PT49H\",\"deadline\":\"2027-06-01T20:00:00Z\"}|422|beyond-forecast",
        "{\"sites\":[\"tal-pv\"],\"duration\":\"PT1H\",\"earliestStart\":\"2026-06-01T16:00:00Z\",\"deadline\":\"2026-06-01T17:10:00Z\"}|422|no-forecast",
        "{\"sites\":[\"alpen-pv\",\"nowhere\"],\"duration\":\"PT1H\",\"deadline\":\"2026-06-01T20:00:00Z\"}|404|unknown-site",
      })
  void bad(String body, int status, String code) {
    post(body == null ? "" : body)
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("detail", not(containsString("Exception")));
  }

  @Test
  void otherMediaTypesAreRefused() {
    given()
        .contentType("text/plain")
        .body("x")
        .post("/v1/green/windows")
        .then()
        .statusCode(415)
        .body("code", equalTo("unsupported-media-type"));
  }
}
