package org.skywatt.serving;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Published runs against posted readings. */
@QuarkusTest
@WithTestResource(World.class)
class AccuracyApiTest {
  private static final String ACCURACY = "/v1/sites/kamm-wind/accuracy";
  private static final String WINDOW = "?from=2026-06-01T04:00:00Z&to=2026-06-01T06:00:00Z";

  private static JsonPath get(String path) {
    return when().get(path).then().statusCode(200).extract().jsonPath();
  }

  /** Readings are the forecast's own means, but for one that is 2400 kW, a fifth, above. */
  @Test
  void forecastsAreScoredAgainstReadings() throws IOException {
    Instant issue = World.ISSUE.minusSeconds(7200);
    Path run = World.publish(issue);
    try {
      JsonPath forecast =
          get("/v1/sites/kamm-wind/forecast?as_of=2026-06-01T04:00:00Z&to=2026-06-01T06:00:00Z");
      StringBuilder csv = new StringBuilder("start,end,power_kw\n");
      for (int step = 0; step < 4; step++) {
        Instant start = issue.plusSeconds(1800L * step);
        double kw = forecast.getDouble("steps[" + step + "].mean") + (step == 2 ? 2400 : 0);
        csv.append(start).append(',').append(start.plusSeconds(1800)).append(',').append(kw);
        csv.append('\n');
      }
      given()
          .contentType("text/csv")
          .body(csv.toString())
          .post("/v1/sites/kamm-wind/generation")
          .then()
          .statusCode(200)
          .body("refused.size()", equalTo(0));
      JsonPath scores = get(ACCURACY + WINDOW + "&leads=60,0");
      assertThat(scores.getList("leads.leadMinutes")).isEqualTo(List.of(0, 60));
      assertThat(scores.getList("leads.n")).isEqualTo(List.of(4, 2));
      // √(0.2² / n), and 0.2 / n.
      assertThat(scores.getDouble("leads[0].nrmse")).isCloseTo(0.1, within(1e-3));
      assertThat(scores.getDouble("leads[0].bias")).isCloseTo(-0.05, within(1e-3));
      assertThat(scores.getDouble("leads[1].nrmse")).isCloseTo(0.1414, within(1e-3));
      // Outside its narrow band once.
      assertThat(scores.getDouble("leads[0].coverage")).isEqualTo(0.75);
      assertThat(scores.getDouble("leads[0].expectedCoverage")).isCloseTo(0.9, within(1e-9));
      assertThat(scores.getDouble("leads[0].skillPersistence")).isBetween(-1.0, 1.0);
      // A day before nothing was metered.
      assertThat(scores.getMap("leads[0]")).doesNotContainKey("skillDayBefore");
    } finally {
      Files.delete(run);
    }
  }

  @Test
  void whatCannotBeScoredIsTold() {
    when().get(ACCURACY).then().statusCode(400).body("code", equalTo("missing-field"));
    for (String leads : List.of("x", "-1", "99999", "1,2,3,4,5,6,7,8,9,10,11")) {
      given()
          .queryParam("leads", leads)
          .get(ACCURACY + WINDOW)
          .then()
          .statusCode(400)
          .body("code", equalTo("invalid-leads"));
    }
    when()
        .get(ACCURACY + "?from=2026-01-01T00:00:00Z&to=2026-06-01T00:00:00Z")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-range"));
    when()
        .get("/v1/sites/nope/accuracy" + WINDOW)
        .then()
        .statusCode(404)
        .body("code", equalTo("unknown-site"));
    when()
        .get("/v1/sites/alpen-pv/accuracy" + WINDOW)
        .then()
        .statusCode(404)
        .body("code", equalTo("no-forecast"));
  }
}
