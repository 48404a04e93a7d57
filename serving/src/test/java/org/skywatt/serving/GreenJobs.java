package org.skywatt.serving;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import org.skywatt.core.run.RunHeader;

/** Calls of the job tests. */
final class GreenJobs {
  private GreenJobs() {}

  /** Asks for a job. */
  static ValidatableResponse submit(String body) {
    return given().contentType("application/json").body(body).post("/v1/green/jobs").then();
  }

  /** A job on a solar plant until the evening. */
  static String job(String more) {
    return "{\"sites\":[\"alpen-pv\"],\"powerKw\":100,\"deadline\":\"2026-06-01T20:00:00Z\""
        + more
        + "}";
  }

  static ValidatableResponse heartbeat(String id, String body) {
    return given()
        .contentType("application/json")
        .body(body)
        .post("/v1/green/jobs/" + id + "/heartbeat")
        .then()
        .statusCode(200);
  }

  /** A heartbeat that tells of energy. */
  static String meter(String state, Instant start, Instant end, double kwh) {
    return "{\"state\":\"%s\",\"start\":\"%s\",\"end\":\"%s\",\"kwh\":%s}"
        .formatted(state, start, end, kwh);
  }

  /** Waits until the run of that issue is the one that answers. */
  static void awaitRun(Instant issue) throws InterruptedException {
    String id = RunHeader.stamp(issue);
    for (int i = 0; i < 100; i++) {
      if (read("/v1/green?sites=alpen-pv").getString("runId").equals(id)) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("run " + id + " is not taken up");
  }

  static void cancelAll() {
    for (String id : read("/v1/green/jobs").getList("id", String.class)) {
      given().delete("/v1/green/jobs/" + id).then().statusCode(204);
    }
  }

  static JsonPath read(String path) {
    return given().get(path).then().statusCode(200).extract().jsonPath();
  }
}
