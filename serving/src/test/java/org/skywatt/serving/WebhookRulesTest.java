package org.skywatt.serving;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may not be named as a webhook, as the service comes. */
@QuarkusTest
@WithTestResource(World.class)
class WebhookRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"url\":\"http://1.1.1.1/\"}",
        "{\"url\":\"https://127.0.0.1:5432/\"}",
        "{\"url\":\"https://localhost/\"}",
        "{\"url\":\"https://169.254.169.254/latest/meta-data\"}",
        "{\"url\":\"https://[::ffff:10.0.0.1]/\"}",
        "{\"url\":\"https://no.such.host.invalid/\"}",
        "{\"url\":\"https://1.1.1.1/\",\"kinds\":[]}",
        "{\"url\":\"https://1.1.1.1/\",\"kinds\":[null]}",
      })
  void isRefused(String body) {
    given()
        .contentType("application/json")
        .body(body)
        .post("/v1/webhooks")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-webhook"));
  }
}
