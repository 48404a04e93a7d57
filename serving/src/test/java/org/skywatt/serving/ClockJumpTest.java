package org.skywatt.serving;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A clock that jumps changes what is called stale, and nothing else. */
@QuarkusTest
@WithTestResource(World.class)
class ClockJumpTest {
  @AfterEach
  void mendClock() {
    TestClock.reset();
  }

  @ParameterizedTest
  @CsvSource({"P3650D,true", "PT30H,true", "-P3650D,false", "-PT1S,false", "PT0S,false"})
  void forecastsAndPostsGoOn(Duration jump, boolean stale) {
    Instant now = World.ISSUE.plusSeconds(600).plus(jump);
    TestClock.now = now;
    given().get("/v1/sites/alpen-pv/forecast").then().statusCode(200).body("stale", equalTo(stale));
    given().get("/v1/forecasts/snapshot?time=2026-06-01T12:00:00Z").then().statusCode(200);
    given().get("/v1/changes?after=0&wait=0").then().statusCode(200);
    given().get("/health/ready").then().statusCode(200);
    Instant end = now.minusSeconds(3600);
    given()
        .contentType("application/json")
        .body(
            "{\"start\":\"" + end.minusSeconds(1800) + "\",\"end\":\"" + end + "\",\"powerKw\":7}")
        .post("/v1/sites/tal-pv/generation")
        .then()
        .statusCode(200);
  }
}
