package org.skywatt.serving;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
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

  /** Told from its length alone: nothing of the body is sent. */
  @Test
  void aBodyThatIsTooLargeIsRefused() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.setSoTimeout(10_000);
      String head =
          String.join(
              "\r\n",
              "POST /v1/sites/import HTTP/1.1",
              "Host: localhost",
              "Content-Type: text/csv",
              "Content-Length: 8388609",
              "",
              "");
      socket.getOutputStream().write(head.getBytes(US_ASCII));
      String answer = new String(socket.getInputStream().readNBytes(1200), US_ASCII);
      assertThat(answer)
          .startsWith("HTTP/1.1 413 ")
          .containsIgnoringCase("content-type: application/problem+json")
          .contains("\"code\":\"body-too-large\"");
    }
  }
}
