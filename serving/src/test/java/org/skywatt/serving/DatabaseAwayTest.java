package org.skywatt.serving;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The database is killed and comes back. */
@QuarkusTest
@WithTestResource(CableWorld.class)
class DatabaseAwayTest {
  private static final String READING =
      "{\"start\":\"2026-05-30T10:00:00Z\",\"end\":\"2026-05-30T10:30:00Z\",\"powerKw\":5}";

  private static RequestSpecification operator() {
    return given().header("Authorization", "Bearer " + ClosedWorld.key("nnnnnnn", "operator"));
  }

  private static int post() {
    return operator()
        .contentType("application/json")
        .header("Idempotency-Key", "once")
        .body(READING)
        .post("/v1/sites/tal-pv/generation")
        .statusCode();
  }

  private static void await(int status) throws InterruptedException {
    long start = System.nanoTime();
    while (post() != status) {
      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(20));
      Thread.sleep(100);
    }
  }

  @Test
  void readsGoOnAndWritesWait() throws Exception {
    ClosedWorld.issue("Nordlicht", "nnnnnnn");
    long start = System.nanoTime();
    while (operator().get("/v1/sites/tal-pv/forecast").statusCode() != 200) {
      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(5));
      Thread.sleep(50);
    }
    CableWorld.cable.cut();
    await(503);
    for (int i = 0; i < 20; i++) {
      operator().get("/v1/sites/tal-pv/forecast").then().statusCode(200);
    }
    operator().get("/v1/forecasts/snapshot?time=2026-06-01T12:00:00Z").then().statusCode(200);
    operator()
        .get("/v1/sites/tal-pv")
        .then()
        .statusCode(503)
        .header("Retry-After", "5")
        .body("code", equalTo("database-unavailable"));
    given().get("/v1/sites/tal-pv/forecast").then().statusCode(401);
    CableWorld.cable.mend();
    await(200);
    // Whatever the posts before became, the reading is there once.
    assertThat(ClosedWorld.query("SELECT count(*) FROM generation")).isEqualTo("1");
  }
}
