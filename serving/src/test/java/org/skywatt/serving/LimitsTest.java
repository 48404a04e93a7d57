package org.skywatt.serving;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What is turned away because there is too much of it. */
@QuarkusTest
@WithTestResource(BusyWorld.class)
class LimitsTest {
  @Test
  void whatIsTooMuchAtOnceIsToldToComeAgain() {
    when()
        .get("/v1/sites")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", "1")
        .body("code", equalTo("busy"));
    // Health and what waits for changes are not a part of it.
    when().get("/health/live").then().statusCode(200);
    when().get("/v1/changes").then().statusCode(200);
  }
}
