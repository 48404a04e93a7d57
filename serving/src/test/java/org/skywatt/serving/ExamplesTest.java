package org.skywatt.serving;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.skywatt.serving.web.DocumentedExamples;

/** The examples of the OpenAPI document can be sent as they stand. */
@QuarkusTest
@WithTestResource(World.class)
class ExamplesTest {
  private static final Map<String, String> IDS =
      Map.of("sites", "hof-pv", "portfolios", "roofs", "regions", "valley");

  @Test
  void everyExampleIsInTheDocumentAndIsTaken() throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    JsonNode bodies = mapper.readTree(getClass().getResourceAsStream(DocumentedExamples.FILE));
    JsonPath document = JsonPath.from(given().get("/openapi?format=json").asString());
    Path weather = Weather.publish(World.published(), Instant.parse("2026-06-01T00:00:00Z"), 12);
    try {
      Thread.sleep(1100);
      for (Map.Entry<String, JsonNode> each : bodies.properties()) {
        String method = each.getKey().split(" ")[0];
        String path = each.getKey().split(" ")[1];
        Map<String, Object> content =
            document.getMap(
                "paths.'"
                    + path
                    + "'."
                    + method.toLowerCase(java.util.Locale.ROOT)
                    + ".requestBody.content.'application/json'");
        assertThat(mapper.<JsonNode>valueToTree(content.get("example")).toString())
            .as(each.getKey())
            .isEqualTo(each.getValue().toString());
        int status =
            given()
                .contentType("application/json")
                .body(each.getValue().toString())
                .request(method, path.replace("{id}", IDS.getOrDefault(path.split("/")[2], "x")))
                .statusCode();
        assertThat(status).as(each.getKey()).isBetween(200, 299);
      }
    } finally {
      Files.delete(weather);
      for (String each : List.of("portfolios/roofs", "regions/valley", "sites/hof-pv")) {
        given().delete("/v1/" + each);
      }
      List<String> hooks = given().get("/v1/webhooks").jsonPath().getList("id");
      hooks.forEach(each -> given().delete("/v1/webhooks/" + each).then().statusCode(204));
      Thread.sleep(1100);
    }
  }
}
