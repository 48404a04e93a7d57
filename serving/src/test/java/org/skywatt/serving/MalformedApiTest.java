package org.skywatt.serving;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Schemathesis broke once. */
@QuarkusTest
@WithTestResource(World.class)
class MalformedApiTest {
  @ParameterizedTest
  @ValueSource(strings = {"/v1/sites/import", "/v1/sites/tal-pv/generation"})
  void aBodyOfNoTypeIsRefused(String path) {
    given()
        .noContentType()
        .post(path)
        .then()
        .statusCode(415)
        .contentType("application/problem+json")
        .body("code", equalTo("unsupported-media-type"));
  }

  @Test
  void textWhereNumbersBelongIsRefused() {
    given()
        .contentType("application/json")
        .body("{\"sites\":[],\"duration\":\"PT3H\",\"levels\":\"AAA\"}")
        .post("/v1/green/windows")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("invalid-body"));
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/green/jobs?limit=2147483648,invalid-parameter",
    "/v1/green?load_kw=null,invalid-parameter",
  })
  void aNumberThatIsNoneIsNotAMissingRoute(String path, String code) {
    given().get(path).then().statusCode(400).body("code", equalTo(code));
  }
}
